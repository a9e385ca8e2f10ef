"""Patterns over tokens, compiled to regular expressions over symbols, and the spans that they find."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from minutes_miner.pipeline.symbols import SHAPES, SymbolTable
from minutes_miner.rulebook.notation import Border, Choice, Node, Not, Repeat, TokenSet, Word


def names_in(nodes: Iterable[Node]) -> tuple[set[str], set[str]]:
    """The words and the set names that patterns mention."""
    words: set[str] = set()
    names: set[str] = set()
    stack = list(nodes)
    while stack:
        node = stack.pop()
        if isinstance(node, Word):
            words.add(node.text)
        elif isinstance(node, TokenSet):
            names.update(node.names, node.without)
        elif isinstance(node, Repeat | Not):
            stack.append(node.part)
        elif isinstance(node, Choice):
            stack.extend(n for option in node.options for n in option)
    return words, names


def as_cut(tree: Choice, cut: Callable[[str], list[str]]) -> Choice:
    """The pattern, in which a word that the tokenizer may cut (`s/d`, `pkl.`) is also met as its parts; a `!` looks at one token only."""
    return replace(tree, options=tuple(tuple(_as_cut(node, cut) for node in option) for option in tree.options))


def _as_cut(node: Node, cut: Callable[[str], list[str]]) -> Node:
    if isinstance(node, Choice):
        return as_cut(node, cut)
    if isinstance(node, Repeat):
        return replace(node, part=_as_cut(node.part, cut))
    if isinstance(node, Word) and len(parts := cut(node.text)) > 1:
        return Choice(((node,), tuple(map(Word, parts))))
    return node


class Matcher:
    """One rule's patterns as one compiled expression that is compiled again only when the table has met a new kind of token."""

    def __init__(self, patterns: Iterable[Choice], table: SymbolTable, phrases: frozenset[str]) -> None:
        self.patterns = tuple(patterns)
        self.table = table
        self.phrases = phrases
        self.version = -1
        self.compiled: list[tuple[re.Pattern[str], frozenset[str] | None]] = []

    def spans(self, symbols: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """The (start, end) token indices that the patterns mark, pattern by pattern, left to right."""
        if self.version != self.table.version:
            self._compile()
        stop = len(symbols) if end is None else end
        present = self.table.present(symbols)
        for pattern, needed in self.compiled:
            if needed is not None and needed.isdisjoint(present):
                continue
            at = start
            while (match := pattern.search(symbols, at, stop)) is not None:
                first, last = match.span(match.lastgroup or 0)
                if last > first:
                    yield first, last
                at = max(last, match.start() + 1)

    def _compile(self) -> None:
        self.compiled = [(re.compile(self._pattern(tree)), self._needed(tree)) for tree in self.patterns]
        self.version = self.table.version

    def _needed(self, tree: Choice) -> frozenset[str] | None:
        """Symbols of which a text must have at least one for the pattern to match: of each alternative the part with the fewest symbols.

        None where an alternative has no part that must be there. Most patterns name a rare word, so that most texts need not be searched.
        """
        needed: set[str] = set()
        for option in tree.options:
            parts = [symbols for node in option if (symbols := self._needed_by(node)) is not None]
            if not parts:
                return None
            needed |= min(parts, key=len)
        return frozenset(needed)

    def _needed_by(self, node: Node) -> frozenset[str] | None:
        if isinstance(node, Word):
            return self._symbols(("=" + node.text,))
        if isinstance(node, TokenSet):
            return self._symbols([part for name in node.names for part in (SHAPES if name == "any" else (name, "B:" + name))])
        if isinstance(node, Repeat):
            return self._needed_by(node.part) if node.least else None
        return self._needed(node) if isinstance(node, Choice) else None

    def _symbols(self, names: Iterable[str]) -> frozenset[str]:
        return frozenset(map(chr, self.table.with_features(names, ())))

    def _pattern(self, tree: Choice) -> str:
        names = iter(range(1000))
        return "|".join(self._option(option, names) for option in tree.options)

    def _option(self, nodes: tuple[Node, ...], names: Iterator[int]) -> str:
        """One alternative; what follows the marked span is looked at without being taken, so that neighbours can overlap."""
        parts: list[str] = []
        captured_at = None
        for node in nodes:
            if isinstance(node, Choice) and node.captured:
                captured_at = len(parts)
            parts.append(self._node(node, names))
        if captured_at is not None and captured_at + 1 < len(parts):
            return "".join(parts[: captured_at + 1]) + "(?=" + "".join(parts[captured_at + 1 :]) + ")"
        return "".join(parts)

    def _node(self, node: Node, names: Iterator[int]) -> str:
        if isinstance(node, Word):
            return self._class(("=" + node.text,), ())
        if isinstance(node, TokenSet):
            return self._set(node)
        if isinstance(node, Border):
            newline = self._class(("newline",), ())
            return f"(?:(?<={newline})|(?<![\\s\\S]))" if node.sign == "^" else f"(?={newline}|\\Z)"
        if isinstance(node, Not):
            part = node.part
            codes = self._class(("=" + part.text,), ()) if isinstance(part, Word) else self._flat(part)
            return f"(?<!{codes})" if node.behind else f"(?!{codes})"
        if isinstance(node, Repeat):
            return f"(?:{self._node(node.part, names)}){{{node.least},{node.most}}}"
        inner = "|".join(self._option(option, names) for option in node.options)
        return f"(?P<s{next(names)}>{inner})" if node.captured else f"(?:{inner})"

    def _set(self, node: TokenSet) -> str:
        without = [part for name in node.without for part in (name, "B:" + name, "I:" + name, "=" + name)]
        options = []
        for name in node.names:
            if name == "any":
                options.append(self._class(SHAPES, (*without, "newline")))
            elif name in SHAPES:
                options.append(self._class((name,), without))
            elif name in self.phrases:
                options.append(self._phrase(name, without))
            else:
                options.append(self._class((name,), without))
        return options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"

    def _phrase(self, name: str, without: list[str]) -> str:
        """A token of a list, or a whole phrase of it; begins with one class of symbols, by which `re` skips where it cannot begin."""
        begin, inside = "B:" + name, "I:" + name
        if not self.table.with_features((begin,), ()):
            return self._class((name,), without)
        first = self.table.with_features((name,), without) + self.table.with_features((begin,), ())
        return f"{_ranges(sorted(set(first)))}(?:(?<={self._class((begin,), ())}){self._class((inside,), ())}*+)?+"

    def _flat(self, node: TokenSet) -> str:
        """One token of a set, wherever it stands in a phrase or span."""
        return self._class([n for name in node.names for n in (name, "B:" + name, "I:" + name)], node.without)

    def _class(self, names: Iterable[str], without: Iterable[str]) -> str:
        key = (tuple(names), tuple(without))
        known = self.table.classes.get(key)
        if known is None or known[0] != self.table.version:
            known = self.table.classes[key] = (self.table.version, self._written(*key))
        return known[1]

    def _written(self, names: tuple[str, ...], without: tuple[str, ...]) -> str:
        return _ranges(self.table.with_features(names, without))


def _ranges(codes: list[int]) -> str:
    """The class of some code points, which come in order."""
    if not codes:
        return "(?!)"
    ranges: list[list[int]] = []
    for code in codes:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "[" + "".join(f"\\u{a:04x}-\\u{b:04x}" if b > a else f"\\u{a:04x}" for a, b in ranges) + "]"
