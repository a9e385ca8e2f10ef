"""The checked content of a model's `topics.yml`, each entry with the line on which it stands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from minutes_miner.errors import ModelError
from minutes_miner.rulebook import yaml_text
from minutes_miner.rulebook.yaml_text import Mapping, Sequence, Text, Value

OTHER = "other"
LABELS = ("label_id", "label_en")
TERM_LISTS = ("strong", "weak", "abbreviations", "traps")
PAIRS = "together"
LISTS = (*TERM_LISTS, PAIRS, "match", "no_match")
WORDS = ("cues", "asides")
SORTS = ("common", "means", "fields")
LEAST_ENTRIES = {"strong": 1, "match": 2, "no_match": 1}


class Entry(NamedTuple):
    """One text of the file and the line that it stands on."""

    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One topic as written in the file."""

    key: str
    label_id: str
    label_en: str
    strong: tuple[Entry, ...]
    weak: tuple[Entry, ...]
    abbreviations: tuple[Entry, ...]
    traps: tuple[Entry, ...]
    together: tuple[Entry, ...]
    match: tuple[Entry, ...]
    no_match: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicFile:
    """The whole file: need cues, words that open a side clause, sorts of topics, and the topics.

    `common` are topics that every document touches, `means` those that serve another, `fields` those that a whole document can be about.
    """

    path: Path
    cues: tuple[Entry, ...]
    asides: tuple[Entry, ...]
    common: tuple[Entry, ...]
    means: tuple[Entry, ...]
    fields: tuple[Entry, ...]
    topics: tuple[Topic, ...]


def pair_sides(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words on both sides of an entry of `together`; a side without words, or one that is missing, is empty.

    >>> pair_sides("dana / hibah + panti")
    (('dana', 'hibah'), ('panti',))
    """
    left, _, right = text.partition("+")
    first, second = (tuple(word for word in map(str.strip, side.split("/")) if word) for side in (left, right))
    return first, second


def read_topic_file(path: Path) -> TopicFile:
    """The topics and word lists of `path`.

    Raises:
        ModelError: unreadable, no YAML, an unknown or missing key, an empty list, too few examples, a term that stands twice in a topic.
    """
    return _Reader(path).read()


class _Reader:
    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> TopicFile:
        parts = self._parts(yaml_text.load(self._path), "the file", (*WORDS, *SORTS, "topics"))
        words = {name: self._entries(parts[name], name) for name in (*WORDS, *SORTS)}
        topics = tuple(self._topic(key, value) for key, value in self._mapping(parts["topics"], "topics").items())
        keys = {topic.key for topic in topics}
        if OTHER not in keys:
            raise self._error(parts["topics"], f"the topic '{OTHER}' is missing", "Add it, it takes the needs that no other topic takes")
        for sort in SORTS:
            for entry in words[sort]:
                if entry.text not in keys:
                    raise self._error(entry, f"'{sort}' names the unknown topic '{entry.text}'", "Write the key of a topic of this file")
        return TopicFile(path=self._path, topics=topics, **words)

    def _topic(self, key: str, value: Value) -> Topic:
        parts = self._parts(value, key, LABELS + LISTS, needed=(*LABELS, *LEAST_ENTRIES))
        lists = {name: self._entries(parts[name], name) if name in parts else () for name in LISTS}
        for name, least in LEAST_ENTRIES.items():
            if len(lists[name]) < least:
                raise self._error(parts[name], f"'{name}' of {key} holds too few entries", f"Write at least {least}")
        self._refuse_doubles(key, lists)
        for entry in lists[PAIRS]:
            if not all(pair_sides(entry.text)):
                raise self._error(entry, f"'{entry.text}' is no pair", "Write the words of both sides as: dana / hibah + panti / yayasan")
        return Topic(key=key, label_id=self._text(parts["label_id"], key), label_en=self._text(parts["label_en"], key), **lists)

    def _refuse_doubles(self, key: str, lists: dict[str, tuple[Entry, ...]]) -> None:
        seen: dict[str, int] = {}
        for name in TERM_LISTS:
            for entry in lists[name]:
                if entry.text in seen:
                    fault = f"'{entry.text}' stands twice in {key} (also on line {seen[entry.text]})"
                    raise self._error(entry, fault, "Keep one of the two")
                seen[entry.text] = entry.line

    def _entries(self, value: Value, name: str) -> tuple[Entry, ...]:
        if not isinstance(value, Sequence) or not value:
            raise self._error(value, f"'{name}' is not a list with entries", "Write [first, second] or leave the line out")
        return tuple(Entry(self._text(item, name), item.line) for item in value)

    def _text(self, value: Value, name: str) -> str:
        text = value.strip() if isinstance(value, Text) else ""
        if not text:
            raise self._error(value, f"an entry of '{name}' is empty or no text", "Write words, in quotation marks if they hold : or #")
        return text

    def _parts(self, value: Value, name: str, known: tuple[str, ...], needed: tuple[str, ...] = ()) -> Mapping:
        parts = self._mapping(value, name)
        for key, part in parts.items():
            if key not in known:
                raise self._error(part, f"unknown key '{key}' in {name}", f"Use one of {', '.join(known)}")
        for key in needed or known:
            if key not in parts:
                raise self._error(parts, f"'{key}' is missing in {name}", "Add it, the comment at the top of the file shows how")
        return parts

    def _mapping(self, value: Value, name: str) -> Mapping:
        if not isinstance(value, Mapping):
            raise self._error(value, f"{name} is not a list of 'key: value'", "Compare it with the entries of the shipped model")
        return value

    def _error(self, part: Value | Entry, fault: str, remedy: str) -> ModelError:
        return ModelError(f"{self._path}:{part.line}", fault=fault, remedy=remedy)
