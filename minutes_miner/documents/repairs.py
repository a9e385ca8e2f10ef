"""The misprints of drawn and recognised text that can be mended without a doubt, each with its name, examples and counter-examples.

A rule goes by the shapes that words have in Indonesian: none begins with `l` before another consonant (`lrwan`), none has a capital `I`
before a vowel in its middle (`paIing`). Where a shape could be meant, the document itself has to be the witness: `p emerintah` is one word
where it is written as one elsewhere. What is not sure is left as it is: a false repair is worse than a misprint.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import pairwise

from minutes_miner.documents.vocabulary import Vocabulary

VOWELS = frozenset("aeiouAEIOU")
VOICED = VOWELS | {"y", "Y"}
CONSONANTS = "bcdfghklmnpqrstvwxz"
SHORTEST_BROKEN = 7
LONGEST_SPACED = 60
MOST_LETTERS_A_VOWEL = 4
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_ENDS_AS_NO_WORD = re.compile(r"[^\W\d_]{3,}[bcdfghklmnpqrstvwxyz]j", re.IGNORECASE)
_AS_DIGITS = str.maketrans("lIO", "110")


@dataclass(frozen=True, slots=True)
class Witness:
    """What is known beside the words themselves: the document's vocabulary, and (when asked) the offsets of wide blanks in the text."""

    vocabulary: Vocabulary
    wide: Callable[[], Collection[int]] = tuple


Mend = Callable[["re.Match[str]", Witness], "str | None"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of misprint: where it may be (`pattern`), and what is meant there (`mend`; None where nothing is to be changed).

    A mend puts a letter in the place of a letter, a blank in, or a blank out. `examples` are texts as they were drawn and as they are
    meant, `counters` texts in which the rule changes nothing. Where `hint`, which is
    looked for first because it is found faster, is not in a document, the pattern is not either.
    """

    name: str
    hint: re.Pattern[str]
    pattern: re.Pattern[str]
    mend: Mend
    examples: tuple[tuple[str, str], ...]
    counters: tuple[str, ...]


def _capital_i(match: re.Match[str], _: Witness) -> str:
    return "I" + match.group()[1:]


def _capital_i_of_capitals(match: re.Match[str], witness: Witness) -> str | None:
    """Not where the document writes the same letters with an L."""
    rest = match.group()[1:]
    return None if witness.vocabulary.has("L" + rest) else "I" + rest


def _small_l(match: re.Match[str], _: Witness) -> str:
    return match.group().replace("I", "l")


def _letter_of_one(match: re.Match[str], _: Witness) -> str | None:
    """The letter that `1` stands for: `l` between vowels, `i` between consonants, nothing sure elsewhere."""
    word = match.group()
    at = word.index("1")
    before, after = word[at - 1] in VOWELS, word[at + 1] in VOWELS
    return word.replace("1", "l" if before else "i") if before == after else None


def _roman(match: re.Match[str], _: Witness) -> str | None:
    mended = match.group().replace("l", "I")
    return mended if _ROMAN.fullmatch(mended) else None


def _among_capitals(match: re.Match[str], _: Witness) -> str:
    return match.group().replace("l", "I")


def _year(match: re.Match[str], _: Witness) -> str | None:
    mended = match.group().replace("O", "0")
    return mended if "1900" <= mended <= "2099" else None


def _amount(match: re.Match[str], _: Witness) -> str | None:
    """A number with dots at its thousands; of the digits that stand there most must be digits, or `Rp` must stand before them."""
    mended = match["amount"].translate(_AS_DIGITS)
    digits = sum(letter.isdigit() for letter in match["amount"])
    sure = digits > (0 if match["sign"] else sum(letter.isdigit() for letter in mended) - digits)
    return (match["sign"] or "") + mended if sure and _THOUSANDS.fullmatch(mended) else None


def _parted_at_end(match: re.Match[str], witness: Witness) -> str | None:
    return _parted(match, witness) if not match.string[match.end() :].strip() else None


def _parted(match: re.Match[str], _: Witness) -> str:
    return f"{match['before']} {match['after']}"


def _joined(match: re.Match[str], witness: Witness) -> str | None:
    """One word, where the first piece ends as no word does or a piece has no vowel, and the document writes the whole elsewhere."""
    before, after = match["before"], match["after"]
    whole = before + after
    odd = VOICED.isdisjoint(before) or VOICED.isdisjoint(after) or _ENDS_AS_NO_WORD.fullmatch(before)
    return whole if odd and len(whole) >= SHORTEST_BROKEN and witness.vocabulary.knows(whole) else None


def _closed(match: re.Match[str], witness: Witness) -> str | None:
    """Words of letters that were spaced out, parted at wide blanks, else into words that the document writes elsewhere."""
    spaced = match.group()
    letters = spaced.replace(" ", "")
    vowels = sum(letter in VOWELS for letter in letters)
    listed = all(ord(after) == ord(before) + 1 for before, after in pairwise(letters))
    if len(letters) > LONGEST_SPACED or len(letters) > MOST_LETTERS_A_VOWEL * vowels or listed:
        return None
    wide = witness.wide()
    at_wide = "".join("\n" if match.start() + at in wide else sign for at, sign in enumerate(spaced))
    words = at_wide.replace(" ", "").split("\n")
    return " ".join(words if len(words) > 1 else witness.vocabulary.parted(letters))


RULES: tuple[Rule, ...] = (
    Rule(
        name="spaced_capitals",
        hint=re.compile(r"[A-Z](?: [A-Z]){3}"),
        pattern=re.compile(r"[A-Z](?<![\w.’'-].)(?: [A-Z]){3,}(?![\w’'-])"),
        mend=_closed,
        examples=(("B U P A T I", "BUPATI"), ("warga Y A N G hadir", "warga YANG hadir"), ("“N O T U L A”", "“NOTULA”")),
        counters=("Kelas A B C D", "S S R K J S M", "H. M. S. Hidayat", "nilai A B A"),
    ),
    Rule(
        name="l_for_capital_i",
        hint=re.compile(r"l(?<!\wl)[b-df-hj-np-tv-z]"),
        pattern=re.compile(
            r"l(?<![\w@./:#-]l)"
            r"(?:(?=[a-z]{4})(?:[bdkmnprstwz](?:[aeiou]|[bdfghjklmnprstw][aeiou]|[st][rt][aeiou])|j[ai])[a-z]+|nf|bu(?= [A-Z]))"
            r"\b(?![@_/]|\.\w)"
        ),
        mend=_capital_i,
        examples=(
            ("lrwan Setiawan", "Irwan Setiawan"),
            ("Lettu lnf Budi", "Lettu Inf Budi"),
            ("lndonesia", "Indonesia"),
            ("lbu Siti", "Ibu Siti"),
        ),
        counters=(
            "lho",
            "lhokseumawe",
            "lks",
            "lng",
            "lpka",
            "lpm",
            "l. Pembukaan",
            "lbrahim@desa.id",
            "/lnstruksi",
            "dll",
            "ldii",
            "ljudska",
            "km/l",
        ),
    ),
    Rule(
        name="l_for_capital_i",
        hint=re.compile(r"l(?<!\wl)[B-DF-HJ-NP-TV-Z]"),
        pattern=re.compile(r"l(?<![\w@./:#-]l)[B-DF-HJ-NP-TV-Z][A-Z]{1,6}\b(?![@_/]|\.\w)"),
        mend=_capital_i_of_capitals,
        examples=(("Tim lBC", "Tim IBC"),),
        counters=("LSM atau lSM", "lEMBAGA", "kWh", "lB"),
    ),
    Rule(
        name="capital_i_for_l",
        hint=re.compile(r"I(?<=[a-z]I)[aeiou]"),
        pattern=re.compile(r"\b[A-Z]?[a-z]+I[aeiou][a-z]*\b"),
        mend=_small_l,
        examples=(("paIing lambat", "paling lambat"), ("kIarifikasi", "klarifikasi"), ("PenggunaIan", "Penggunalan")),
        counters=("BerbagiIlmu", "DPRD-I", "TahapI", "PT IndoIT", "wifi", "eKTP"),
    ),
    Rule(
        name="one_for_letter",
        hint=re.compile(r"1(?<=[A-Za-z]1)[a-z]"),
        pattern=re.compile(r"(?<![\w@./:#-])(?=[A-Za-z1]{5,}\b)(?:[A-Z]|[A-Z]?[a-z]+)1[a-z]+\b(?![@_/]|\.\w)"),
        mend=_letter_of_one,
        examples=(("Penangguna1an", "Penanggunalan"), ("B1dang", "Bidang")),
        counters=("h1n1", "k13", "halaman 1dari 15", "covid19", "v1a", "k1a", "pub1ik", "user1name@desa.id", "pasal1ayat2"),
    ),
    Rule(
        name="l_in_roman_number",
        hint=re.compile(r"l(?:(?<=[IVX]l)|[IVX]|ll)"),
        pattern=re.compile(r"\b(?:(?=[IVXl]*l)(?=[IVXl]*[VX])[IVXl]{2,6}|lll|llI|lII|lIl|IIl|IlI)\b(?!['’])"),
        mend=_roman,
        examples=(("Kaway XVl", "Kaway XVI"), ("Bab lV", "Bab IV"), ("Tahap lll", "Tahap III"), ("Vll", "VII")),
        counters=("XL", "Ill", "ll", "dll", "VlV", "Xlam", "II", "XlX5"),
    ),
    Rule(
        name="l_among_capitals",
        hint=re.compile(r"l(?<=[B-DF-HJ-NP-TV-Z]l)(?:[A-Z]|\b)"),
        pattern=re.compile(r"\b(?=[A-Zl]{4,}\b)[A-Z]*[BDFGHJKLMNPQRSTVWXYZ]l[A-Z]+\b|\b[A-Z]{3,}[B-DF-HJ-NP-TV-Z]l\b"),
        mend=_among_capitals,
        examples=(("SOSlAL", "SOSIAL"), ("PDlP", "PDIP"), ("PROVINSl", "PROVINSI")),
        counters=("KClO", "NaClO", "Al", "PlT", "kWl", "HCl", "SOSIAl", "PElAYANAN"),
    ),
    Rule(
        name="letter_in_year",
        hint=re.compile(r"O(?<=[0-9]O)"),
        pattern=re.compile(r"(?<![\w.,])(?=[12]\d*O)(?:19|2[0O])[\dO]{2}(?![\w])(?!\.\d)"),
        mend=_year,
        examples=(("tahun 2O25", "tahun 2025"), ("20O5", "2005"), ("12/3/2O25", "12/3/2025")),
        counters=("3O25", "2O25A", "B 2O", "H2O", "2O99.5", "O2O"),
    ),
    Rule(
        name="letter_in_amount",
        hint=re.compile(r"[lIO](?:(?<=\d[lIO])|[\dlIO]{0,2}\.[\dlIO]{3})"),
        pattern=re.compile(r"(?<![\w.,])(?P<sign>Rp\.? ?)?(?P<amount>(?=[\d.]*[lIO])[\dlIO]{1,3}(?:\.[\dlIO]{3})+)(?![\w])"),
        mend=_amount,
        examples=(("Rp l.500.000", "Rp 1.500.000"), ("Rp2.5OO.000,-", "Rp2.500.000,-"), ("1.5O0.000 rupiah", "1.500.000 rupiah")),
        counters=("I.OOO", "III.lll", "1.500.000", "O.500.000", "l.2.3"),
    ),
    Rule(
        name="glued_number",
        hint=re.compile(r"\d(?<= \d)[\d]{0,3}[a-z]{4}"),
        pattern=re.compile(r"(?<=[a-z] )(?P<before>\d{1,4})(?P<after>[a-z]{4,})(?= \d{1,4}\b)"),
        mend=_parted,
        examples=(("Anda di halaman 1dari 15", "Anda di halaman 1 dari 15"),),
        counters=("halaman 1 dari 15", "pukul 5wib 30", "seri 3abcd", "jalan 5kg 2", "A 1dari 15"),
    ),
    Rule(
        name="glued_byline",
        hint=re.compile(r"\((?<=[.!?”\"’\']\()"),
        pattern=re.compile(r"(?<=[^\W\d_][^\W\d_])(?P<before>[.!?][”\"’']?)(?P<after>\([A-Za-z]{2,6}(?:[/*-][A-Za-z0-9]{1,6}){0,2}\))"),
        mend=_parted_at_end,
        examples=(("untuk masyarakat.(GN)", "untuk masyarakat. (GN)"), ("besok.”(adv/red)", "besok.” (adv/red)")),
        counters=("masyarakat. (GN)", "Ps.(a) dan", "pasal 5.(1)", "rapat(GN)"),
    ),
    Rule(
        name="broken_word",
        hint=re.compile(r"j |\b[b-df-hj-np-tv-xz]+ [a-z]"),
        pattern=re.compile(r"(?<![\w'’-])(?P<before>[b-df-hj-np-tv-xz]+|[^\W\d_]+j) (?P<after>[a-z]+)(?![\w'’-])"),
        mend=_joined,
        examples=(
            ("Penanggungj awab: penanggungjawab", "Penanggungjawab: penanggungjawab"),
            ("oleh p emerintah dan pemerintah", "oleh pemerintah dan pemerintah"),
        ),
        counters=("tanggung jawab dan tanggungjawab", "di mana, dimana", "huruf b angka", "Hj siti", "tgl pelaksanaan", "Ibnu Tughj ke"),
    ),
    Rule(
        name="broken_word",
        hint=re.compile(r" (?<=[a-z] )[b-df-hj-np-tv-xz]+\b"),
        pattern=re.compile(r"(?<![\w'’-])(?P<before>[A-Z]?[a-z]+) (?P<after>[b-df-hj-np-tv-xz]+)(?![\w'’-])"),
        mend=_joined,
        examples=(("di kabupate n itu: kabupaten", "di kabupaten itu: kabupaten"),),
        counters=("pihak yg hadir", "butir b dan", "rapat tgl dua"),
    ),
)
