"""The short notation of patterns over tokens, and the tree that it is read into.

    kepala bidang <field>{1,6}      words as they stand (in any case), a list, a bounded repeat
    [<name>{1,4}] , <degrees>       square brackets: the span that the rule gives; the rest is its surroundings
    (ujar|kata|tegas) [<name>]      alternatives
    <Cap-months-titles>             a token that is `Cap` and in none of the lists after the minus signs
    <Cap|UP>                        a token that is either
    <word-titles>                   a term of one token, narrowed further
    "("                             a sign that has a meaning in the notation, as itself
    ^ $                             a line begins, a line ends
    !<plural>  !of                  not this token: before it at the very beginning of a pattern, else next
    ? {2} {1,4}                     optional, twice, one to four times; unbounded repeats do not exist

Names in `<...>` are word lists, shapes of tokens, labels of earlier rules, or terms that the rule file defines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

TOKEN = re.compile(
    r'\s*(?:"(?P<quoted>[^"]+)"|<(?P<set>[^<>]+)>|(?P<repeat>\{\d{1,2}(?:,\d{1,2})?\}|\?)|(?P<sign>[()\[\]|^$!])|(?P<word>[^\s"<>()\[\]|^${}?!]+))'
)
MOST_REPEATS = 40


class NotationError(ValueError):
    """A pattern that cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Word:
    """One token by its text in lower case."""

    text: str


@dataclass(frozen=True, slots=True)
class TokenSet:
    """One token, list phrase or labelled span that has one of `names` and none of `without`."""

    names: tuple[str, ...]
    without: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Border:
    """The start (`^`) or the end (`$`) of a line."""

    sign: str


@dataclass(frozen=True, slots=True)
class Not:
    """The neighbouring token is none of this: the one before if `behind`, else the next one."""

    part: Word | TokenSet
    behind: bool


@dataclass(frozen=True, slots=True)
class Repeat:
    """A part that comes `least` to `most` times."""

    part: Node
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several sequences; `captured` where square brackets mark the span."""

    options: tuple[tuple[Node, ...], ...]
    captured: bool = False


Node: TypeAlias = Word | TokenSet | Border | Not | Repeat | Choice


def parse(pattern: str, terms: dict[str, str] | None = None) -> Choice:
    """The tree of a pattern; a pattern without square brackets is its own span.

    Args:
        pattern: the notation above.
        terms: names that stand for a pattern of their own.

    Raises:
        NotationError: a sign out of place, an unbounded or too long repeat, an empty part, two spans in one option.
    """
    reader = _Reader(pattern, terms or {})
    options = reader.options(end=None)
    tree = Choice(options)
    if not any(_has_span(node) for option in options for node in option):
        return Choice(((Choice(options, captured=True),),))
    return tree


def _has_span(node: Node) -> bool:
    if isinstance(node, Repeat):
        return _has_span(node.part)
    return isinstance(node, Choice) and (node.captured or any(_has_span(n) for option in node.options for n in option))


class _Reader:
    def __init__(self, pattern: str, terms: dict[str, str], depth: int = 0) -> None:
        self.terms = terms
        self.depth = depth
        self.tokens: list[tuple[str, str]] = []
        at = 0
        pattern = pattern.strip()
        while at < len(pattern):
            match = TOKEN.match(pattern, at)
            if match is None:
                raise NotationError(f"unexpected {pattern[at : at + 10]!r}")
            kind = match.lastgroup or ""
            self.tokens.append((kind, match.group(kind)))
            at = match.end()
        self.at = 0

    def options(self, end: str | None) -> tuple[tuple[Node, ...], ...]:
        options: list[tuple[Node, ...]] = []
        nodes: list[Node] = []
        while True:
            if self.at >= len(self.tokens):
                if end is not None:
                    raise NotationError(f"{end} is missing")
                break
            kind, text = self.tokens[self.at]
            self.at += 1
            if kind == "sign" and text in ")]":
                if text != end:
                    raise NotationError(f"{text} has no beginning")
                break
            if kind == "sign" and text == "|":
                options.append(self._checked(nodes))
                nodes = []
            elif kind == "repeat":
                if not nodes:
                    raise NotationError(f"{text} has nothing before it")
                nodes.append(self._repeat(nodes.pop(), text))
            elif kind == "sign" and text == "!":
                nodes.append(self._not(behind=end is None and not options and not nodes))
            else:
                nodes.append(self._node(kind, text))
        options.append(self._checked(nodes))
        return tuple(options)

    @staticmethod
    def _checked(nodes: list[Node]) -> tuple[Node, ...]:
        if not nodes:
            raise NotationError("an empty part")
        return tuple(nodes)

    @staticmethod
    def _repeat(part: Node, text: str) -> Repeat:
        if text == "?":
            return Repeat(part, 0, 1)
        numbers = [int(n) for n in text[1:-1].split(",")]
        if numbers[-1] > MOST_REPEATS or numbers[0] > numbers[-1] or not numbers[-1]:
            raise NotationError(f"{text} is no repeat from 0 to {MOST_REPEATS}")
        return Repeat(part, numbers[0], numbers[-1])

    def _not(self, behind: bool) -> Not:
        kind, text = self.tokens[self.at] if self.at < len(self.tokens) else ("", "")
        self.at += 1
        part = self._node(kind, text) if kind in ("set", "word", "quoted") else None
        if not isinstance(part, Word | TokenSet):
            raise NotationError("! must stand before one token")
        return Not(part, behind)

    def _node(self, kind: str, text: str) -> Node:
        if kind == "set":
            return self._set(text)
        if kind == "sign" and text == "(":
            return Choice(self.options(")"))
        if kind == "sign" and text == "[":
            return Choice(self.options("]"), captured=True)
        if kind == "sign":
            return Border(text)
        return Word(text.lower())

    def _set(self, text: str) -> Node:
        if text in self.terms:
            if self.depth > 8:
                raise NotationError(f"the term {text} refers to itself")
            return Choice(_Reader(self.terms[text], self.terms, self.depth + 1).options(None))
        kept, *without = text.split("-")
        names: list[str] = []
        for name in kept.split("|"):
            inner = re.fullmatch(r"<([^<>]+)>", self.terms.get(name, ""))
            wider, *narrower = inner.group(1).split("-") if inner else (name,)
            names += wider.split("|")
            without += narrower
        if not all(names):
            raise NotationError(f"an empty name in <{text}>")
        return TokenSet(tuple(names), tuple(without))
