"""The topic of a need: which recurring issue of a model's `topics.yml` a sentence belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from minutes_miner.errors import ModelError
from minutes_miner.rulebook.topic_file import OTHER, Topic, TopicFile, pair_sides, read_topic_file
from minutes_miner.rulebook.topic_terms import STRONG, WEAK, Pair, Term, TermIndex, term_words

# A sentence with this much evidence speaks for itself; with less, the text around it is heard too.
ENOUGH = 2.0
# How many characters around it are heard, and what a term is worth there: just before, just after, at the document's opening.
BEFORE, AFTER, OPENING = 300, 120, 250
# What a sentence must say of a topic to be plainly about it, and the share of a document's words that makes a topic its field.
PLAIN, FIELD_SHARE = 1.5, 0.4
WORTH_BEFORE, WORTH_AFTER, WORTH_OPENING = 0.3, 0.2, 0.1


class Topics:
    """The topics of a model: their labels, and the topic of a need.

    Attributes:
        labels: key -> Indonesian label, in the order of the file.
    """

    def __init__(self, file: TopicFile) -> None:
        self.labels = {topic.key: topic.label_id for topic in file.topics}
        self._file = file
        self._common = frozenset(entry.text for entry in file.common)
        self._means = frozenset(entry.text for entry in file.means)
        self._fields = frozenset(entry.text for entry in file.fields)
        self._field_of = lru_cache(maxsize=4)(self._find_field)
        self._index = TermIndex(
            (term for topic in file.topics for term in _terms(topic)),
            (entry.text.casefold() for entry in file.cues),
            (entry.text.casefold() for entry in file.asides),
            (_pair(entry.text, topic.key) for topic in file.topics for entry in topic.together),
        )

    def classify(self, text: str, context: str = "", at: int | None = None) -> str:
        """The key of the topic that the need `text` is about; `other` where nothing speaks.

        The terms in the sentence decide: strong ones over weak ones, long over short, those after a need cue over those in a side clause.
        Only where they say too little is `context` heard: what comes just before the sentence most, then what follows and the opening.
        The topics that the file calls common (coordination, budget, ...) are named in nearly every document, so the context is no
        evidence for them. Those that it calls means (equipment, money) serve something: they give way to what else the sentence says
        plainly, and in a document that is about one field (waste, roads, ...) to that field.

        Args:
            text: the need, a clause or a sentence.
            context: the document in which `text` stands, or a part of it.
            at: where it stands there, or None where that is to be looked for.
        """
        found = self._index.weigh(text)
        if context and max(found.values(), default=0.0) < ENOUGH:
            for passage, worth in _surroundings(text, context, at):
                for topic, evidence in self._index.weigh(passage).items():
                    if topic not in self._common:
                        found[topic] = found.get(topic, 0.0) + evidence * worth
        best = _heaviest(found)
        return self._served(best, found, context) if best in self._means else best

    def _served(self, best: str, found: dict[str, float], context: str) -> str:
        """What a means serves: another topic of the sentence, else the field of the document, else itself."""
        plain = {topic: weight for topic, weight in found.items() if topic not in self._means | self._common and weight >= PLAIN}
        if plain and best in self._common:
            return _heaviest(plain)
        field = self._field_of(context) if context else None
        return field if field in self._fields else best

    def _find_field(self, text: str) -> str | None:
        """The topic that a document is about, where its words speak for one far more than for others."""
        weights = self._index.weigh(text)
        own = {topic: weight for topic, weight in weights.items() if topic not in self._means | self._common}
        best = _heaviest(own)
        return best if own.get(best, 0.0) >= FIELD_SHARE * sum(weights.values()) else None

    def evidence(self, text: str) -> dict[str, float]:
        """Topic -> weight of what `text` alone says for it, heaviest first; for explaining a decision."""
        return dict(sorted(self._index.weigh(text).items(), key=lambda pair: (-pair[1], pair[0])))

    def broken_examples(self) -> list[ModelError]:
        """The examples of the file that do not come out as it says; empty for a sound model."""
        return [fault for topic in self._file.topics for fault in self._broken(topic)]

    def _broken(self, topic: Topic) -> Iterator[ModelError]:
        remedy = "Add or move a term, or correct the example"
        for text, line in topic.match:
            key = self.classify(text)
            if key != topic.key:
                yield ModelError(
                    f"{self._file.path}:{line}", fault=f"the example '{text}' of {topic.key} comes out as {key}", remedy=remedy
                )
        for text, line in topic.no_match:
            if self.classify(text) == topic.key:
                fault = f"the counter-example '{text}' comes out as {topic.key}"
                yield ModelError(f"{self._file.path}:{line}", fault=fault, remedy=remedy)


def _heaviest(weights: dict[str, float]) -> str:
    return min(weights, key=lambda topic: (-weights[topic], topic), default=OTHER)


def load_topics(model: Path) -> Topics:
    """The topics of the model folder `model`, checked.

    Raises:
        ModelError: a fault in the folder's `topics.yml`, with its line.
    """
    return Topics(read_topic_file(model / "topics.yml"))


def _terms(topic: Topic) -> Iterator[Term]:
    for entries, worth, keep_case in (
        (topic.strong, STRONG, False),
        (topic.weak, WEAK, False),
        (topic.abbreviations, STRONG, True),
        (topic.traps, 0.0, False),
    ):
        for entry in entries:
            words = term_words(entry.text, keep_case=keep_case)
            if words:
                yield Term(words, topic.key, worth)


def _pair(text: str, topic: str) -> Pair:
    left, right = (frozenset(words[0] for word in side if (words := term_words(word, keep_case=False))) for side in pair_sides(text))
    return Pair(left, right, topic)


def _surroundings(text: str, context: str, at: int | None) -> Iterator[tuple[str, float]]:
    at = context.find(text) if at is None else at
    if at >= 0:
        end = at + len(text)
        yield context[max(0, at - BEFORE) : at], WORTH_BEFORE
        yield context[end : end + AFTER], WORTH_AFTER
    yield context[:OPENING], WORTH_OPENING
