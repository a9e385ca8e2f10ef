"""YAML in which every scalar is text (`no`, `12:30`, `2024-03-01` stay what they are) and every value knows its line."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

import yaml

from minutes_miner.errors import ModelError

Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Text(str):
    """A scalar of a YAML file; `line` counts from 1."""

    line: int = 0


class Sequence(list["Value"]):
    """A list of a YAML file; `line` is where it begins."""

    line: int = 0


class Mapping(dict[str, "Value"]):
    """A mapping of a YAML file; `line` is that of its first key."""

    line: int = 0


Value: TypeAlias = Text | Sequence | Mapping


def load(path: Path) -> Mapping:
    """The mapping that a YAML file holds.

    Raises:
        ModelError: unreadable, no YAML, empty, no mapping at the top, a key that is no text or that stands twice.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ModelError(path, fault=f"cannot be read ({error})", remedy="Put the file back, saved as UTF-8 text") from error
    try:
        node = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:
        remedy = "Check quotes, commas, brackets and indentation near this line"
        raise ModelError(f"{path}:{_line_of(error)}", fault=f"is no valid YAML ({_reason(error)})", remedy=remedy) from error
    if node is None:
        raise ModelError(f"{path}:1", fault="the file is empty", remedy="Copy it from the shipped model")
    value = _value(node, path)
    if not isinstance(value, Mapping):
        raise ModelError(f"{path}:1", fault="is not a mapping", remedy="Begin with `key: value`")
    return value


def _line_of(error: yaml.YAMLError) -> int:
    mark = getattr(error, "problem_mark", None)
    return mark.line + 1 if mark is not None else 1


def _reason(error: yaml.YAMLError) -> str:
    return str(getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable")


def _value(node: yaml.Node, path: Path) -> Value:
    value: Value
    if isinstance(node, yaml.ScalarNode):
        value = Text(node.value)
    elif isinstance(node, yaml.SequenceNode):
        value = Sequence(_value(child, path) for child in node.value)
    else:
        value = _mapping(node, path)
    value.line = node.start_mark.line + 1
    return value


def _mapping(node: yaml.Node, path: Path) -> Mapping:
    mapping = Mapping()
    for key_node, child in node.value:
        where = f"{path}:{key_node.start_mark.line + 1}"
        key = _value(key_node, path)
        if not isinstance(key, Text):
            raise ModelError(where, fault="a key is no text", remedy="Write `key: value`, with the key in quotes if it begins with [ or {")
        if key in mapping:
            raise ModelError(where, fault=f"the key '{key}' stands twice", remedy="Keep one of them")
        mapping[key] = _value(child, path)
    return mapping
