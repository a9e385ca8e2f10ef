"""A tokenizer for Indonesian office prose, built in milliseconds.

spaCy's stock `id` tokenizer holds 15,963 exceptions, which take a second to build and cut `Bpk.`, `Ir.` and `Rp.` from their stop. Here the
abbreviations, degrees and titles of the lexicon stand in one set that `token_match` asks, so building is free and a new abbreviation in a
list is at once a token.

How texts are cut, with the reason:
- an apostrophe between letters is a letter (`Ma’rup`); double quotation marks always stand alone, also glued ones (`ini”tandasnya`);
- `H.Abdillah` and `Dra.Sumarni.M.Pd` are parted after the stop; `hari.Mari` is parted at the stop;
- `se-Kabupaten`, `Mau-Tebidah`: a hyphen before a capital stands alone, `anak-anak` and `Al-Ikhlas` stay whole;
- `FLKS/LKSA`: a slash between letters stands alone, `13/6/2023` stays whole;
- `Rp10`, `200ribu`: money signs and magnitudes are parted from digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

GARBLED = 'â€œ|â€\x9d|â€(?![™˜“”œ"\x9d])'  # quotation marks of UTF-8 that were read as Windows-1252
OPENING = GARBLED + r"|[(\[{<\"“”„«»‘’'`*_#:;,=>~|/•·…–—+\-]"
CLOSING = GARBLED + r"|[)\]}>\"“”„«»‘’'`*_:;,=~|/!?%…–—]"
RUN = r"([-_=*~#+–—•])\1{9,}"  # a line drawn with a sign is one token
PREFIX = re.compile(rf"^(?:{RUN}|\.{{2,}}|H\.(?=[A-Z][.a-z])|{OPENING}|[Rr][Pp]\.?(?=\d)|IDR(?=\d)|(?:RW|RT)(?=\.\d))")
SUFFIX = re.compile(rf"(?:\.{{2,}}|,-|,-\.|{CLOSING}|(?<=[^.\s])\.|(?<=\d)(?:ribu|juta|jt|rb|miliar|milyar|an|%)|-)$")
INFIXES = (
    GARBLED,
    r"[\"“”„«»…*|]|’’|''|–|—|;",
    r"[,.!?](?=[\"“”’‘(])|(?<=[,.!?])[’‘'](?=[a-z]{3})",
    r"(?<=[^\W\d_]\.)(?=[A-Z][a-z]{2}|\d)",
    r"(?<=[^\W\d_]),(?=[^\W\d_])|(?<=[^\W\d_]\.),(?=[^\W\d_])",
    r"(?<=[^\W\d_])/(?=\w)|(?<=\d)/(?=[^\W\d_])",
    r"(?<=\S)\((?=\w)|(?<=\w)\)(?=\w)",
    r"(?<=[^\W\d_]):(?=\w)",
    r"(?<=[a-z]{2})-(?=[A-Z])|(?<=[A-Z]{2})-(?=[A-Z])",
)
ARABIC_ARTICLE = re.compile(r"(?:Al|An|Ar|As|At|Ath|Az|Ad|Adz|Asy|Ash|El)-\w+$")
DOTTED = re.compile(r"[A-Z]\.$|(?!H\.)(?:[A-Z]\.){2,5}$")
LONGEST_WORD = 200
OVERLONG = re.compile(rf"(?<!\S)\S{{{LONGEST_WORD + 1},}}")


class PartingTokenizer(Tokenizer):  # type: ignore[misc]  # spaCy's class is untyped
    """A spaCy tokenizer for which a run without blanks is at most `LONGEST_WORD` characters long.

    spaCy takes signs from the ends of a run one by one and looks at all that is left each time, so a line of 100,000 dashes would take
    minutes. Longer runs are parted where they reach the limit; the text and its offsets stay what they are.
    """

    def __call__(self, string: str) -> Doc:
        """The tokens of a text."""
        overlong = max(map(len, string.split()), default=0) > LONGEST_WORD
        parted = OVERLONG.sub(_parted, string) if overlong else string
        doc: Doc = super().__call__(parted)
        if len(parted) == len(string):
            return doc
        return Doc(self.vocab, words=[token.text for token in doc], spaces=_own_spaces(doc, string))


def _parted(run: re.Match[str]) -> str:
    """A run with a blank after every `LONGEST_WORD` characters."""
    text = run.group()
    return " ".join(text[at : at + LONGEST_WORD] for at in range(0, len(text), LONGEST_WORD))


def _own_spaces(doc: Doc, string: str) -> list[bool]:
    """For each token whether the text itself, not only the parted one, has a blank behind it."""
    spaces = []
    at = 0
    for token in doc:
        at += len(token)
        spaces.append(bool(token.whitespace_) and string[at] == " ")
        at += spaces[-1]
    return spaces


def build_tokenizer(vocab: Vocab, keep: Iterable[str], fused: Iterable[str] = ()) -> Tokenizer:
    """A spaCy tokenizer that keeps the given abbreviations whole.

    Args:
        vocab: the vocabulary that tokens are interned in.
        keep: words with stops or commas inside that are one token as written (`Drs.`, `S.STP.`, `S,STP`, `Rp.`).
        fused: words before which a glued `se` is parted (`Sekaresidenan` → `Se`, `karesidenan`).
    """
    whole = frozenset(keep)
    short = sorted({word[:-1] for word in whole if 4 <= len(word) <= 5 and word.endswith(".") and word[:-1].isalpha()})
    not_after = "".join(rf"(?<!\b{word})" for word in short)
    infix = re.compile("|".join((rf"(?<=[a-zà-ÿ]{{3}}){not_after}\.(?=[A-Z(\"“‘])", *INFIXES)))

    glued = "|".join(sorted(word for word in fused if word.isalpha() and len(word) > 3))
    prefix = re.compile(rf"{PREFIX.pattern}|^[Ss]e(?=(?:{glued})$)") if glued else PREFIX

    def token_match(text: str) -> bool:
        return text in whole or (len(text) < 40 and (DOTTED.match(text) is not None or ARABIC_ARTICLE.match(text) is not None))

    return PartingTokenizer(
        vocab, prefix_search=prefix.search, suffix_search=SUFFIX.search, infix_finditer=infix.finditer, token_match=token_match
    )
