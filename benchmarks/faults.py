"""What is wrong in a compared document, in words: misses, false alarms, wrong speakers, kinds and fields."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.comparison import Comparison
from benchmarks.figures import FIELDS, header_right
from benchmarks.matching import Placed, same_name

AROUND = 40
LONGEST = 160


def faults(comparison: Comparison) -> Iterator[tuple[str, str]]:
    """Each fault: its kind, and the text that it is about with what was wanted, what was found, and the rule."""
    text = comparison.document.text
    yield from _names(comparison, text)
    yield from _said(comparison, text)
    yield from _tasks(comparison, text)
    yield from _header(comparison)


def _names(comparison: Comparison, text: str) -> Iterator[tuple[str, str]]:
    for label, mentions in comparison.mentions.items():
        for mention in mentions.missed:
            yield f"missed {label}", f"{_quote(text, mention)} | {_quote(text, mention, AROUND)}"
        for mention in mentions.false:
            yield f"false {label}", f"{_quote(text, mention)} | {_quote(text, mention, AROUND)} | {mention.rule}"
    for holder in comparison.holders.missed:
        yield "missed holder", f"{holder.person} | {holder.office}"
    for holder in comparison.holders.false:
        yield "false holder", f"{holder.person} | {holder.office} | {holder.rule}"


def _said(comparison: Comparison, text: str) -> Iterator[tuple[str, str]]:
    for mode, said in comparison.statements:
        for statement in said.missed:
            yield f"missed {mode} statement", f"{statement.speaker} | {_quote(text, statement)}"
        for statement in said.false:
            yield f"false {mode} statement", f"{statement.speaker} | {_quote(text, statement)} | {statement.rule}"
        for statement, found in said.pairs:
            if not same_name(statement.speaker, found.speaker):
                wrong = f"{statement.speaker}, found {found.speaker}"
                yield f"speaker of {mode} statement", f"{wrong} | {_quote(text, statement)} | {found.rule}"


def _tasks(comparison: Comparison, text: str) -> Iterator[tuple[str, str]]:
    for item in comparison.items.missed:
        yield "missed item", f"{item.kind} | {_quote(text, item)}"
    for item in comparison.items.false:
        yield "false item", f"{item.kind} | {_quote(text, item)} | {item.rule}"
    for item, found in comparison.items.pairs:
        if item.kind != found.kind:
            yield "kind of item", f"{item.kind}, found {found.kind} | {_quote(text, item)} | {found.rule}"
        for field in FIELDS:
            if field.value(item) and not field.right(item, found):
                wrong = f"{field.value(item)}, found {field.value(found)}"
                yield f"{field.name} of item", f"{wrong} | {_quote(text, item)} | {found.rule}"


def _header(comparison: Comparison) -> Iterator[tuple[str, str]]:
    for name, value in comparison.document.header.items():
        found = comparison.found.header.get(name)
        if not header_right(name, value, found):
            yield f"{name} of document", f"{value}, found {found}"


def _quote(text: str, place: Placed, around: int = 0) -> str:
    return " ".join(text[max(0, place.start - around) : place.end + around].split())[:LONGEST]
