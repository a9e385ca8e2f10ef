"""The words that somebody searches for -> a parsed query, whichever database it is put to.

    bantuan operasional       both words, in any form (`membantu` finds `bantuan`)
    "bantuan operasional"     a phrase as written
    perkema*                  words that begin so, as written
    beras OR minyak           either (ATAU, |); binds closer than the blank: `bantuan beras OR minyak`
    -jalan, NOT jalan         without the word as written (TANPA): its other forms often mean something else (`perjalanan`)
    (beras OR minyak) -jalan  brackets

Nothing of the user's text but letters and digits reaches a database, so nothing of it can be taken for an instruction.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from minutes_miner.archive.errors import NoWordToFind, TooManyWords
from minutes_miner.corpus.word_forms import WORD, WordForms

MOST_WORDS = 64
DEEPEST = 8

_EITHER = {"OR", "ATAU", "|"}
_BOTH = {"AND", "DAN", "&"}
_NOT = {"NOT", "TANPA"}
_OPERATORS = _EITHER | _BOTH | _NOT
_QUOTES = '"“”„«»'
_LEXEME = re.compile(
    rf"(?P<open>\()|(?P<close>\))|(?P<not>(?<![^\s(])-(?=[^\s-]))"
    rf"|[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)[{_QUOTES}]?|[^\s(){_QUOTES}]+"
)
# `Rp25.000` is one word to a text index, `Rp 25.000` two; both mean the same.
_RUPIAH = re.compile(r"\brp[.\s]*(?=\d)", re.IGNORECASE)
_CURRENCY = "rp"
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any of its forms: `written` as it was asked for, `stem` what all its forms have in common; both in lower case."""

    written: str
    stem: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words one after the other as written, in lower case; with `prefix` the last one is only the beginning of a word."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class AllOf:
    """All of two or more parts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of two or more parts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """`wanted`, where `unwanted` is not."""

    wanted: Node
    unwanted: Node


Node = Word | Phrase | AllOf | AnyOf | Without
ShortForms = Mapping[str, Sequence[tuple[str, ...]]]


def parsed(text: str, forms: WordForms, short_forms: ShortForms | None = None) -> Node | None:
    """What is asked for; None if the text is blank.

    Args:
        text: as the user wrote it.
        forms: the stems of words.
        short_forms: abbreviation in lower case -> what it stands for, as words in lower case; both are looked for.

    Raises:
        NoWordToFind: signs only, or only words that must not be there.
        TooManyWords: more than an honest question has.
    """
    if not text.strip():
        return None
    lexemes = list(_lexemes(unicodedata.normalize("NFC", text)))
    if sum(lexeme.kind == "words" for lexeme in lexemes) > MOST_WORDS:
        raise TooManyWords(_shown(text), most=MOST_WORDS)
    found = _Parser(lexemes, forms, short_forms or {}).everything()
    if found is None:
        raise NoWordToFind(_shown(text))
    return found


def leaves(node: Node) -> Iterator[Word | Phrase]:
    """The words and phrases that are to be there, from left to right."""
    if isinstance(node, Word | Phrase):
        yield node
    elif isinstance(node, Without):
        yield from leaves(node.wanted)
    else:
        for part in node.parts:
            yield from leaves(part)


def together(parts: Sequence[Node]) -> Node | None:
    """All of some parts; None if there are none."""
    return _joined(AllOf, parts)


def all_words(text: str, forms: WordForms, short_forms: ShortForms | None = None) -> Node | None:
    """All words of a text that is a name and knows no operators; None if it has none."""
    parts = [_term(chunk, forms, short_forms or {}) for chunk in text.split()]
    return together([part for part in parts if part is not None])


@dataclass(frozen=True, slots=True)
class _Lexeme:
    kind: str  # words, phrase, open, close, either, not
    text: str = ""


def _lexemes(text: str) -> Iterator[_Lexeme]:
    shouted = not any(character.islower() for character in text)
    for match in _LEXEME.finditer(_RUPIAH.sub("Rp", text)):
        whole = match[0]
        if match["open"] or match["close"]:
            yield _Lexeme("open" if match["open"] else "close")
        elif match["not"]:
            yield _Lexeme("not")
        elif match["phrase"] is not None:
            yield _Lexeme("phrase", match["phrase"])
        elif whole in _OPERATORS and (whole in ("|", "&", "OR", "AND", "NOT") or not shouted):
            if whole not in _BOTH:
                yield _Lexeme("either" if whole in _EITHER else "not")
        else:
            yield _Lexeme("words", whole)


class _Parser:
    """Recursive descent; what makes no sense (a bracket too many, an operator without words) is passed over, as people type so."""

    def __init__(self, lexemes: Sequence[_Lexeme], forms: WordForms, short_forms: ShortForms) -> None:
        self._lexemes = lexemes
        self._at = 0
        self._forms = forms
        self._short_forms = short_forms

    def everything(self) -> Node | None:
        wanted, unwanted = [], []
        while self._at < len(self._lexemes):
            node, without = self._sequence(depth=0)
            wanted += [node] if node is not None else []
            unwanted += without
            self._at += 1  # a closing bracket that nothing opened
        return _without(together(wanted), unwanted)

    def _sequence(self, depth: int) -> tuple[Node | None, list[Node]]:
        """Parts up to a closing bracket: all that is wanted, and what is not."""
        wanted: list[Node] = []
        unwanted: list[Node] = []
        while (lexeme := self._next()) is not None and lexeme.kind != "close":
            if lexeme.kind == "not":
                self._at += 1
                node = self._either(depth) if self._next_is_operand() else None
                unwanted += [node] if node is not None else []
            elif lexeme.kind == "either":
                self._at += 1
            elif (node := self._either(depth)) is not None:
                wanted.append(node)
        return together(wanted), unwanted

    def _either(self, depth: int) -> Node | None:
        """One operand, with those that OR ties to it."""
        found = [self._operand(depth)]
        while self._next_is("either") and self._next_is_operand(after=1):
            self._at += 1
            found.append(self._operand(depth))
        nodes = [node for node in found if node is not None]
        return _any(nodes)

    def _operand(self, depth: int) -> Node | None:
        lexeme = self._lexemes[self._at]
        self._at += 1
        if lexeme.kind == "words":
            return _term(lexeme.text, self._forms, self._short_forms)
        if lexeme.kind == "phrase":
            return _phrase(lexeme.text)
        if depth >= DEEPEST:
            return None
        wanted, unwanted = self._sequence(depth + 1)
        self._at += 1
        return _without(wanted, unwanted)

    def _next(self) -> _Lexeme | None:
        return self._lexemes[self._at] if self._at < len(self._lexemes) else None

    def _next_is(self, kind: str) -> bool:
        lexeme = self._next()
        return lexeme is not None and lexeme.kind == kind

    def _next_is_operand(self, after: int = 0) -> bool:
        place = self._at + after
        return place < len(self._lexemes) and self._lexemes[place].kind in ("words", "phrase", "open")


def _term(chunk: str, forms: WordForms, short_forms: ShortForms) -> Node | None:
    """What a run of signs without blanks stands for."""
    words = _words(chunk)
    if not words:
        return None
    if chunk.rstrip(".,;:!?").endswith("*"):
        return Phrase(words, prefix=True)
    if _GROUPED.search(chunk) or re.match(rf"{_CURRENCY}\d", words[0]):
        return _amount(words)
    stems = {forms.stem(word) for word in words}
    if len(stems) == 1:  # one word, or one that is doubled (`anak-anak`)
        word = Word(" ".join(words), stems.pop())
        return _any([word, *(Phrase(tuple(long)) for long in short_forms.get(words[0], ()) if len(words) == 1)])
    return Phrase(words)


def _phrase(text: str) -> Node | None:
    words = _words(text)
    return Phrase(words, prefix=text.rstrip().endswith("*")) if words else None


def _amount(words: tuple[str, ...]) -> Node:
    """A number with points in it, with the currency as a word of its own, as part of it, or left out where it was not asked for."""
    first, *rest = words
    if first.startswith(_CURRENCY) and first != _CURRENCY:
        return AnyOf((Phrase(words), Phrase((_CURRENCY, first.removeprefix(_CURRENCY), *rest))))
    return AnyOf((Phrase(words), Phrase((_CURRENCY + first, *rest))))


def _words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(unicodedata.normalize("NFC", text).casefold()))


def _any(parts: Sequence[Node]) -> Node | None:
    return _joined(AnyOf, parts)


def _joined(kind: type[AllOf] | type[AnyOf], parts: Sequence[Node]) -> Node | None:
    different = tuple(dict.fromkeys(parts))
    if not different:
        return None
    return different[0] if len(different) == 1 else kind(different)


def _without(wanted: Node | None, unwanted: Sequence[Node]) -> Node | None:
    barred = _any([_as_written(node) for node in unwanted])
    return wanted if wanted is None or barred is None else Without(wanted, barred)


def _as_written(node: Node) -> Node:
    match node:
        case Word(written, _):
            return Phrase(tuple(written.split()))
        case Phrase():
            return node
        case Without(wanted, unwanted):
            return Without(_as_written(wanted), unwanted)
        case AllOf(parts):
            return AllOf(tuple(map(_as_written, parts)))
        case AnyOf(parts):
            return AnyOf(tuple(map(_as_written, parts)))


def _shown(text: str) -> str:
    """The question as an error names it."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:60]}…"
