"""What each step did with a text, and why: the rules that found something, the spans that lost, how names, days and degrees came about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from minutes_miner.documents.plain import document_of_text
from minutes_miner.miner import Miner, shared_miner
from minutes_miner.pipeline.item_reasons import item_reasons
from minutes_miner.pipeline.sheet import Found
from minutes_miner.pipeline.steps.tasks import Task
from minutes_miner.pipeline.work import Work
from minutes_miner.records import Analysis, Item, Mention, Statement

TIMES = ("DATE", "TIME")
MOST_TOPICS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A rule: its id, its Indonesian note, and where it is written, from the model's folder (`rules/40_offices.yml:12`)."""

    id: str
    note: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One thing that a step did.

    `step` is a name of `pipeline.order.STEPS`; `told` says what kind of thing it is, and `facts` are its particulars:

    | told | facts |
    | --- | --- |
    | line | text, kind, field, section (the last two may be empty) |
    | sentence, quote | text |
    | found | label, text, start, end |
    | value | text, value |
    | lost | label, text, reason (`shorter`, `later`, `taken`, `dropped`), winner (a label with its text, or empty) |
    | same | name, texts |
    | document | kind, day, place |
    | holder | person, office |
    | said | mode (`direct`, `indirect`), speaker, cue, text, named (whether the name stands in the sentence), word (which means it there) |
    | item | kind, text |
    | kind.…, actor.…, speaker.…, deadline.…, amount, done, confidence, weight.… | see `pipeline/item_reasons.py` |
    | topic | topic, weights (of the topics that the words speak for most) |
    """

    step: str
    told: str
    facts: dict[str, object] = field(default_factory=dict)
    source: Source | None = None


def explain(text: str, *, model: str | Path | None = None) -> list[Remark]:
    """Everything that was done with a text, in the order of the steps.

    Raises:
        ModelError: the model has a fault.
    """
    miner = shared_miner(str(model) if model is not None else None)
    return list(_Explainer(miner, text).remarks())


class _Explainer:
    def __init__(self, miner: Miner, text: str) -> None:
        self.pipeline = miner.pipeline
        self.rulebook = miner.pipeline.rulebook
        self.topics = miner.topics
        self.proposals: list[Found] = []
        document = document_of_text(text, id="", source="")
        self.work: Work
        self.found: Analysis
        self.work, self.found = miner.pipeline.worked(document, proposals=self.proposals)

    def remarks(self) -> Iterator[Remark]:
        yield from self._lines()
        yield from self._sentences()
        yield from self._mentions("times", times=True)
        yield from self._mentions("mentions", times=False)
        yield from self._entities()
        yield from self._meeting()
        for holder in self.found.holders:
            yield self._remark("holders", "holder", {"person": self._name(holder.person), "office": self._name(holder.office)}, holder.rule)
        for statement in self.found.statements:
            yield self._said(statement)
        for task, item in zip(self.work.tasks, self.found.items, strict=True):
            yield from self._item(task, item)

    def _lines(self) -> Iterator[Remark]:
        sheet = self.work.sheet
        for line in self.work.lines:
            text = sheet.text(line.first, line.last)
            yield Remark(step="lines", told="line", facts={"text": text, "kind": line.kind, "field": line.field, "section": line.section})

    def _sentences(self) -> Iterator[Remark]:
        sheet = self.work.sheet
        for first, last in self.work.sentences:
            yield Remark(step="sentences", told="sentence", facts={"text": sheet.text(first, last)})
        for quote in self.work.quotes:
            yield Remark(step="sentences", told="quote", facts={"text": sheet.text(quote.first, quote.last)})

    def _mentions(self, step: str, *, times: bool) -> Iterator[Remark]:
        for mention in self.found.mentions:
            if (mention.label in TIMES) == times:
                yield self._remark(step, "found", _place(mention), mention.rule)
        losers = {(span.label, span.first, span.last): span for span in self.proposals if (span.label in TIMES) == times}
        standing = {(span.label, span.first, span.last) for span in self.work.sheet.mentions}
        for place in sorted(losers.keys() - standing, key=lambda place: place[1:]):
            yield self._lost(step, losers[place])

    def _lost(self, step: str, loser: Found) -> Remark:
        sheet = self.work.sheet
        over = [span for span in sheet.mentions if span.first < loser.last and loser.first < span.last]
        winner = max(over, key=lambda span: span.last - span.first, default=None)
        facts: dict[str, object] = {
            "label": loser.label,
            "text": sheet.text(loser.first, loser.last),
            "reason": _reason(loser, winner),
            "winner": f"{winner.label} [{sheet.text(winner.first, winner.last)}]" if winner else "",
        }
        return self._remark(step, "lost", facts, loser.rule)

    def _entities(self) -> Iterator[Remark]:
        for entity in self.work.entities.values():
            mentions = [self.work.sheet.mentions[index] for index in entity.mentions]
            texts = list(dict.fromkeys(self.work.sheet.text(mention.first, mention.last) for mention in mentions))
            if texts != [entity.name]:
                yield Remark(step="entities", told="same", facts={"name": entity.name, "texts": texts})

    def _meeting(self) -> Iterator[Remark]:
        header = self.found.document
        yield Remark(step="meeting", told="document", facts={"kind": header.kind, "day": header.date, "place": header.place})
        for mention in self.found.mentions:
            if mention.value:
                yield Remark(step="meeting", told="value", facts={"text": mention.text, "value": mention.value})

    def _said(self, statement: Statement) -> Remark:
        sheet = self.work.sheet
        at = sheet.position(statement.start)
        sentence = next(((first, last) for first, last in self.work.sentences if first <= at < last), (at, at))
        around = sheet.text(*sentence) if sentence[0] < sentence[1] else ""
        speaker = statement.speaker_name or ""
        facts: dict[str, object] = {
            "mode": "direct" if statement.direct else "indirect",
            "speaker": statement.speaker_name,
            "cue": statement.cue,
            "text": statement.text,
            "word": self._meaning_word(sentence, statement),
            "named": speaker != "" and speaker in around.replace(statement.text, ""),
        }
        return self._remark("statements", "said", facts, statement.rule)

    def _meaning_word(self, sentence: tuple[int, int], statement: Statement) -> str:
        """The pronoun or verb with `-nya` beside a statement, which means its speaker."""
        sheet = self.work.sheet
        outside = (at for at in range(*sentence) if not statement.start <= sheet.starts[at] < statement.end)
        clitics = sheet.lexis.after_nya | sheet.lexis.according_nya
        return next((sheet.words[at] for at in outside if sheet.has(at, "pronouns") or sheet.lowers[at] in clitics), "")

    def _item(self, task: Task, item: Item) -> Iterator[Remark]:
        yield self._remark("items", "item", {"kind": item.kind, "text": item.text}, item.rule)
        for told, facts in item_reasons(self.work, task, item, self.pipeline):
            yield Remark(step="items", told=told, facts=facts)
        if item.topic:
            weights = dict(list(self.topics.evidence(item.text).items())[:MOST_TOPICS])
            yield Remark(step="items", told="topic", facts={"topic": item.topic, "weights": weights})

    def _name(self, entity: str) -> str | None:
        return self.work.entities[entity].name if entity in self.work.entities else None

    def _remark(self, step: str, told: str, facts: dict[str, object], rule_id: str) -> Remark:
        rule = self.rulebook.rule(rule_id)
        if rule is None:
            return Remark(step=step, told=told, facts=facts, source=Source(id=rule_id))
        file, _, line = rule.where.rpartition(":")
        where = f"{Path(file).relative_to(self.rulebook.folder).as_posix()}:{line}"
        return Remark(step=step, told=told, facts=facts, source=Source(id=rule_id, note=rule.note, where=where))


def _place(mention: Mention) -> dict[str, object]:
    return {"label": mention.label, "text": mention.text, "start": mention.start, "end": mention.end}


def _reason(loser: Found, winner: Found | None) -> str:
    """Why a span does not stand: `shorter` or `later` than one of its label, `taken` by another label, or `dropped` by its step."""
    if winner is None:
        return "dropped"
    if winner.label != loser.label:
        return "taken"
    return "shorter" if loser.last - loser.first < winner.last - winner.first else "later"
