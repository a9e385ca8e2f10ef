"""The examples of a model's rules, run through the real pipeline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from minutes_miner.documents.plain import document_of_text
from minutes_miner.pipeline.language import Pipeline
from minutes_miner.pipeline.steps.cues import find_cues
from minutes_miner.pipeline.work import Work
from minutes_miner.records import Analysis, Document
from minutes_miner.rulebook.examples import Example
from minutes_miner.rulebook.model import load_rulebook
from minutes_miner.rulebook.rules import Rule

Kind = Literal["match", "no_match", "known_failures"]
FACTS = ("HOLDER", "STATEMENT", "ITEM")


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """Whether one example of a rule holds; `where` is its file and line, `message` says what was found instead, in Indonesian."""

    rule: str
    where: str
    sentence: str
    ok: bool
    message: str


class Found(NamedTuple):
    """A finding by offsets into the sentence."""

    start: int
    end: int
    label: str
    rule: str


def run_examples(folder: Path) -> Iterator[ExampleResult]:
    """The result of every example of every rule of the model in `folder`, in the order of the files.

    A `match` holds when the rule finds each span that is marked, with exactly these borders; a `no_match` when the rule finds nothing. A
    known failure is the one or the other and must not hold: once it does, it belongs among the examples proper.

    Raises:
        ModelError: the model cannot be loaded.
    """
    pipeline = Pipeline(load_rulebook(folder))
    for rule, kind, example in every_example(pipeline.rulebook.rules):
        yield run_example(pipeline, rule, kind, example)


def every_example(layers: Mapping[str, Sequence[Rule]]) -> Iterator[tuple[Rule, Kind, Example]]:
    """The examples of all rules, given by layer, with what is expected of them."""
    for rules in layers.values():
        for rule in rules:
            yield from ((rule, "match", example) for example in rule.match)
            yield from ((rule, "no_match", example) for example in rule.no_match)
            yield from ((rule, "known_failures", example) for example in rule.known_failures)


def run_example(pipeline: Pipeline, rule: Rule, kind: Kind, example: Example) -> ExampleResult:
    """The result of one example."""
    document = document_of_text(example.text, id="", source="")
    if rule.layer == "deadlines":
        found = list(_phrases(_worked(pipeline, document)))
    elif rule.label == "ITEM" and rule.patterns:
        found = list(_cues(_worked(pipeline, document)))
    else:
        found = list(_records(pipeline.analyse(document)))
    message = _missing(rule, example, found) if example.spans else _unwanted(rule, example, found)
    if kind == "known_failures":
        home = "match" if example.spans else "no_match"
        message = "" if message else f"contoh ini sekarang cocok: pindahkan dari known_failures ke {home}"
    return ExampleResult(rule.id, example.where, example.written, not message, message)


def _worked(pipeline: Pipeline, document: Document) -> Work:
    return pipeline.work(pipeline.tokens(document.text), document.text, document.blocks)


def _cues(work: Work) -> Iterator[Found]:
    """The cues of items: the patterns of an item rule find these, and how far the item reaches is for the items step to say."""
    for cue in find_cues(work.sheet):
        yield Found(work.sheet.starts[cue.first], work.sheet.ends[cue.last - 1], "ITEM", cue.rule.id)


def _phrases(work: Work) -> Iterator[Found]:
    """The phrases of deadlines, which become part of an item only where one is due."""
    for phrase in work.phrases:
        yield Found(work.sheet.starts[phrase.first], work.sheet.ends[phrase.last - 1], phrase.rule.label, phrase.rule.id)


def _records(analysis: Analysis) -> Iterator[Found]:
    """Every record that names its rule."""
    for mention in analysis.mentions:
        yield Found(mention.start, mention.end, mention.label, mention.rule)
    for holder in analysis.holders:
        yield Found(holder.start, holder.end, "HOLDER", holder.rule)
    for statement in analysis.statements:
        yield Found(statement.start, statement.end, "STATEMENT", statement.rule)
    for item in analysis.items:
        yield Found(item.start, item.end, "ITEM", item.rule)


def _missing(rule: Rule, example: Example, found: list[Found]) -> str:
    """Which marked spans the rule does not find, and what stands in their place; nothing where all are found."""
    missing = [span for span in example.spans if Found(*span, rule.label, rule.id) not in found]
    if not missing:
        return ""
    rivals = [one for one in found if one.label == rule.label or (one.label not in FACTS and rule.label not in FACTS)]
    instead = [one for one in rivals if any(one.start < end and start < one.end for start, end in missing)]
    wanted = ", ".join(f"[{example.text[start:end]}]" for start, end in missing)
    return f"tidak ditemukan: {wanted}; yang ditemukan di situ: {_shown(example, instead)}"


def _unwanted(rule: Rule, example: Example, found: list[Found]) -> str:
    """What the rule finds in a sentence in which it is to find nothing."""
    wrong = [one for one in found if one.rule == rule.id]
    return f"seharusnya tidak ditemukan: {_shown(example, wrong)}" if wrong else ""


def _shown(example: Example, found: list[Found]) -> str:
    return ", ".join(f"{one.label} [{example.text[one.start : one.end]}] oleh {one.rule}" for one in found) or "tidak ada"
