"""The misprints of drawn and recognised text that can be mended without a doubt, each with its name, examples and counter-examples.

A rule goes by the shapes that words have in Indonesian: none begins with `l` before another consonant (`lrwan`), none has a capital `I`
before a vowel in its middle (`paIing`). Where a shape could be meant, the document itself has to be the witness: `p emerintah` is one word
where it is written as one elsewhere. What is not sure is left as it is: a false repair is worse than a misprint.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes_miner.documents import mends
from minutes_miner.documents.mends import Mend


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


RULES: tuple[Rule, ...] = (
    Rule(
        name="spaced_capitals",
        hint=re.compile(r"[A-Z](?: [A-Z]){3}"),
        pattern=re.compile(r"[A-Z](?<![\w.’'-].)(?: [A-Z]){3,}(?![\w’'-])"),
        mend=mends.closed,
        examples=(("B U P A T I", "BUPATI"), ("warga Y A N G hadir, yang", "warga YANG hadir, yang"), ("“N O T U L A”", "“NOTULA”")),
        counters=("Kelas A B C D", "S S R K J S M", "H. M. S. Hidayat", "nilai A B A B A", "Blok A C E G"),
    ),
    Rule(
        name="l_for_capital_i",
        hint=re.compile(r"l(?<!\wl)[b-df-hj-np-tv-z]"),
        pattern=re.compile(
            r"l(?<![\w@./:#-]l)"
            r"(?:(?=[a-z]{3})(?![a-z]*ii\b)(?:[bdkmnprstwz][bdfghjklmnprstw]{0,3}[aeiou]|j[ai])[a-z]+|nf|bu(?= [A-Z]))"
            r"\b(?![@_/]|\.\w)"
        ),
        mend=mends.capital_i,
        examples=(
            ("lrwan Setiawan", "Irwan Setiawan"),
            ("Lettu lnf Budi", "Lettu Inf Budi"),
            ("lndonesia", "Indonesia"),
            ("lnstruksi Bupati", "Instruksi Bupati"),
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
        mend=mends.capital_i_of_capitals,
        examples=(("Tim lBC", "Tim IBC"),),
        counters=("LSM atau lSM", "lEMBAGA", "kWh", "lB"),
    ),
    Rule(
        name="capital_i_for_l",
        hint=re.compile(r"I(?<=[a-z]I)(?:[a-z]|\b)"),
        pattern=re.compile(r"(?<![\w@./:#-])[A-Z]?[a-z]+I[a-z]*\b(?![@_/]|\.\w)"),
        mend=mends.small_l,
        examples=(("paIing lambat", "paling lambat"), ("kIarifikasi", "klarifikasi"), ("tanggaI 5, tanggal 6", "tanggal 5, tanggal 6")),
        counters=("BerbagiIlmu", "DPRD-I", "TahapI", "PeriodeI", "PT IndoIT", "wifi", "eKTP", "namaIa@desa.id"),
    ),
    Rule(
        name="one_for_letter",
        hint=re.compile(r"1(?:(?<=[A-Za-z]1)|[a-z])"),
        pattern=re.compile(r"(?<![\w@./:#-])(?=[A-Za-z1]{4,}\b)(?:[A-Z]|[A-Z]?[a-z]+)?1[a-z]*\b(?![@_/]|\.\w)"),
        mend=mends.letter_of_one,
        examples=(
            ("ke1uarga", "keluarga"),
            ("B1dang", "Bidang"),
            ("pasa1 5 dan pasal 6", "pasal 5 dan pasal 6"),
            ("1ingkungan, Lingkungan", "lingkungan, Lingkungan"),
            ("pub1ik dan publik", "publik dan publik"),
        ),
        counters=(
            "h1n1",
            "k13",
            "halaman 1dari 15",
            "covid19",
            "v1a",
            "k1a",
            "pub1ik",
            "user1name@desa.id",
            "pasal1ayat2",
            "desa1",
            "1orang",
        ),
    ),
    Rule(
        name="zero_for_letter",
        hint=re.compile(r"0(?<=[A-Za-z]0)[A-Za-z]"),
        pattern=re.compile(r"(?<![\w@./:#-])(?=[A-Za-z0]{4,}\b)[A-Za-z]+0[A-Za-z]+\b(?![@_/]|\.\w)"),
        mend=mends.letter_of_zero,
        examples=(("K0TA: kota", "KOTA: kota"), ("t0ko dan toko", "toko dan toko")),
        counters=("K0TA", "P0A1", "kode T0KOX", "k0ta@desa.id"),
    ),
    Rule(
        name="l_in_roman_number",
        hint=re.compile(r"l(?:(?<=[IVX]l)|[IVX]|ll)"),
        pattern=re.compile(r"\b(?:(?=[IVXl]*l)(?=[IVXl]*[VX])[IVXl]{2,6}|lll|llI|lII|lIl|IIl|IlI)\b(?!['’])"),
        mend=mends.roman,
        examples=(("Kaway XVl", "Kaway XVI"), ("Bab lV", "Bab IV"), ("Tahap lll", "Tahap III"), ("Vll", "VII")),
        counters=("XL", "Ill", "ll", "dll", "VlV", "Xlam", "II", "XlX5"),
    ),
    Rule(
        name="l_among_capitals",
        hint=re.compile(r"l(?<=[B-DF-HJ-NP-TV-Z]l)(?:[A-Z]|\b)"),
        pattern=re.compile(r"\b(?=[A-Zl]{4,}\b)[A-Z]*[BDFGHJKLMNPQRSTVWXYZ]l[A-Z]+\b|\b[A-Z]{3,}[B-DF-HJ-NP-TV-Z]l\b"),
        mend=mends.among_capitals,
        examples=(("SOSlAL", "SOSIAL"), ("PDlP", "PDIP"), ("PROVINSl", "PROVINSI")),
        counters=("KClO", "NaClO", "Al", "PlT", "kWl", "HCl", "SOSIAl", "PElAYANAN"),
    ),
    Rule(
        name="letter_in_year",
        hint=re.compile(r"O(?<=[0-9]O)"),
        pattern=re.compile(r"(?<![\w.,])(?=[12]\d*O)(?:19|2[0O])[\dO]{2}(?![\w])(?!\.\d)"),
        mend=mends.year,
        examples=(("tahun 2O25", "tahun 2025"), ("20O5", "2005"), ("12/3/2O25", "12/3/2025")),
        counters=("3O25", "2O25A", "B 2O", "H2O", "2O99.5", "O2O"),
    ),
    Rule(
        name="letter_in_amount",
        hint=re.compile(r"[lIO](?:(?<=\d[lIO])|[\dlIO]{0,2}\.[\dlIO]{3})"),
        pattern=re.compile(r"(?<![\w.,])(?P<sign>Rp\.? ?)?(?P<amount>(?=[\d.]*[lIO])[\dlIO]{1,3}(?:\.[\dlIO]{3})+)(?![\w])"),
        mend=mends.amount,
        examples=(("Rp l.500.000", "Rp 1.500.000"), ("Rp2.5OO.000,-", "Rp2.500.000,-"), ("1.5O0.000 rupiah", "1.500.000 rupiah")),
        counters=("I.OOO", "III.lll", "1.500.000", "O.500.000", "l.2.3"),
    ),
    Rule(
        name="glued_number",
        hint=re.compile(r"\d(?<= \d)[\d]{0,3}[a-z]{4}"),
        pattern=re.compile(r"(?<=[a-z] )(?P<before>\d{1,4})(?P<after>[a-z]{4,})(?= \d{1,4}\b)"),
        mend=mends.parted,
        examples=(("Anda di halaman 1dari 15", "Anda di halaman 1 dari 15"),),
        counters=("halaman 1 dari 15", "pukul 5wib 30", "seri 3abcd", "jalan 5kg 2", "A 1dari 15"),
    ),
    Rule(
        name="glued_byline",
        hint=re.compile(r"\((?<=[.!?”\"’\']\()"),
        pattern=re.compile(r"(?<=[^\W\d_][^\W\d_])(?P<before>[.!?][”\"’']?)(?P<after>\([A-Za-z]{2,6}(?:[/*-][A-Za-z0-9]{1,6}){0,2}\))"),
        mend=mends.parted_at_end,
        examples=(("untuk masyarakat.(GN)", "untuk masyarakat. (GN)"), ("besok.”(adv/red)", "besok.” (adv/red)")),
        counters=("masyarakat. (GN)", "Ps.(a) dan", "pasal 5.(1)", "rapat(GN)"),
    ),
    Rule(
        name="broken_word",
        hint=re.compile(r"j |\b[b-df-hj-np-tv-xz]+ [a-z]"),
        pattern=re.compile(r"(?<![\w'’-])(?P<before>[b-df-hj-np-tv-xz]+|[^\W\d_]+j) (?P<after>[a-z]+)(?![\w'’-])"),
        mend=mends.joined,
        examples=(
            ("Penanggungj awab: penanggungjawab", "Penanggungjawab: penanggungjawab"),
            ("oleh p emerintah dan pemerintah", "oleh pemerintah dan pemerintah"),
        ),
        counters=(
            "tanggung jawab dan tanggungjawab",
            "di mana, dimana",
            "huruf b angka",
            "Hj siti",
            "tgl pelaksanaan",
            "Ibnu Tughj ke",
            "dr soetomo: drsoetomo@rs.id",
        ),
    ),
    Rule(
        name="broken_word",
        hint=re.compile(r" (?<=[a-z] )[b-df-hj-np-tv-xz]+\b"),
        pattern=re.compile(r"(?<![\w'’-])(?P<before>[A-Z]?[a-z]+) (?P<after>[b-df-hj-np-tv-xz]+)(?![\w'’-])"),
        mend=mends.joined,
        examples=(("di kabupate n itu: kabupaten", "di kabupaten itu: kabupaten"),),
        counters=("pihak yg hadir", "butir b dan", "rapat tgl dua"),
    ),
)
