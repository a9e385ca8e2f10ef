"""The checked content of a model's `topics.yml`, each entry with the line on which it stands.

Works on YAML nodes: they keep their line, and every scalar is the text that it is (`no` and `on` stay words).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import yaml

from minutes_miner.errors import ModelError
from minutes_miner.rulebook.yaml_text import Loader

OTHER = "other"
LABELS = ("label_id", "label_en")
TERM_LISTS = ("strong", "weak", "abbreviations", "traps")
LISTS = (*TERM_LISTS, "match", "no_match")
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
    match: tuple[Entry, ...]
    no_match: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicFile:
    """The whole file: need cues, words that open a side clause, topics that every document touches, and the topics."""

    path: Path
    cues: tuple[Entry, ...]
    asides: tuple[Entry, ...]
    common: tuple[Entry, ...]
    topics: tuple[Topic, ...]


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
        parts = self._mapping(self._root(), "the file", ("cues", "asides", "common", "topics"))
        topics = tuple(self._topic(key, node) for key, node in self._pairs(parts["topics"], "topics"))
        words = {name: self._entries(parts[name], name) for name in ("cues", "asides", "common")}
        keys = {topic.key for topic in topics}
        if OTHER not in keys:
            raise self._error(parts["topics"], f"the topic '{OTHER}' is missing", "Add it, it takes the needs that no other topic takes")
        for text, line in words["common"]:
            if text not in keys:
                fault, remedy = f"'common' names the unknown topic '{text}'", "Write the key of a topic of this file"
                raise ModelError(f"{self._path}:{line}", fault=fault, remedy=remedy)
        return TopicFile(path=self._path, topics=topics, **words)

    def _root(self) -> yaml.Node:
        try:
            node = yaml.compose(self._path.read_text(encoding="utf-8-sig"), Loader=Loader)
        except (OSError, UnicodeDecodeError) as error:
            remedy = "Put the file back, saved as UTF-8 text"
            raise ModelError(self._path, fault=f"cannot be read ({error})", remedy=remedy) from error
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            remedy = "Check commas, brackets and indentation near this line"
            raise ModelError(f"{self._path}:{line}", fault=f"is no valid YAML ({error.problem})", remedy=remedy) from error
        if node is None:
            raise ModelError(f"{self._path}:1", fault="the file is empty", remedy="Copy it from the shipped model")
        return node

    def _topic(self, key: str, node: yaml.Node) -> Topic:
        parts = self._mapping(node, key, LABELS + LISTS, needed=(*LABELS, *LEAST_ENTRIES))
        lists = {name: self._entries(parts[name], name) if name in parts else () for name in LISTS}
        for name, least in LEAST_ENTRIES.items():
            if len(lists[name]) < least:
                raise self._error(parts[name], f"'{name}' of {key} holds too few entries", f"Write at least {least}")
        self._refuse_doubles(key, lists)
        return Topic(key=key, label_id=self._text(parts["label_id"], key), label_en=self._text(parts["label_en"], key), **lists)

    def _refuse_doubles(self, key: str, lists: dict[str, tuple[Entry, ...]]) -> None:
        seen: dict[str, int] = {}
        for name in TERM_LISTS:
            for text, line in lists[name]:
                if text in seen:
                    fault = f"'{text}' stands twice in {key} (also on line {seen[text]})"
                    raise ModelError(f"{self._path}:{line}", fault=fault, remedy="Keep one of the two")
                seen[text] = line

    def _entries(self, node: yaml.Node, name: str) -> tuple[Entry, ...]:
        if not isinstance(node, yaml.SequenceNode) or not node.value:
            raise self._error(node, f"'{name}' is not a list with entries", "Write [first, second] or leave the line out")
        return tuple(Entry(self._text(item, name), item.start_mark.line + 1) for item in node.value)

    def _text(self, node: yaml.Node, name: str) -> str:
        text = str(node.value).strip() if isinstance(node, yaml.ScalarNode) else ""
        if not text:
            raise self._error(node, f"an entry of '{name}' is empty or no text", "Write words, in quotation marks if they hold : or #")
        return text

    def _mapping(self, node: yaml.Node, name: str, known: tuple[str, ...], needed: tuple[str, ...] = ()) -> dict[str, yaml.Node]:
        parts: dict[str, yaml.Node] = {}
        for key, value in self._pairs(node, name):
            if key not in known:
                raise self._error(value, f"unknown key '{key}' in {name}", f"Use one of {', '.join(known)}")
            parts[key] = value
        for key in needed or known:
            if key not in parts:
                raise self._error(node, f"'{key}' is missing in {name}", "Add it, the comment at the top of the file shows how")
        return parts

    def _pairs(self, node: yaml.Node, name: str) -> Iterator[tuple[str, yaml.Node]]:
        if not isinstance(node, yaml.MappingNode):
            raise self._error(node, f"{name} is not a list of 'key: value'", "Compare it with the entries of the shipped model")
        seen: set[str] = set()
        for key, value in node.value:
            text = self._text(key, name)
            if text in seen:
                raise self._error(key, f"'{text}' stands twice in {name}", "Keep one of the two")
            seen.add(text)
            yield text, value

    def _error(self, node: yaml.Node, fault: str, remedy: str) -> ModelError:
        return ModelError(f"{self._path}:{node.start_mark.line + 1}", fault=fault, remedy=remedy)
