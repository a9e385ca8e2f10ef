"""YAML in which every scalar is text (`no`, `12:30`, `2024-03-01` stay what they are) and every mapping knows its line."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

import yaml

from minutes_miner.errors import ModelError

Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Mapping(dict[str, "Value"]):
    """A mapping of a YAML file; `line` counts from 1."""

    line: int = 0


Value: TypeAlias = "str | list[Value] | Mapping"


def load(path: Path) -> Mapping:
    """The mapping that a YAML file holds.

    Raises:
        ModelError: unreadable, no YAML, no mapping at the top, or a key that stands twice.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ModelError(path, fault=f"cannot be read ({error})", remedy="Save it as UTF-8 text") from error
    try:
        node = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ModelError(f"{path}:{line}", fault=f"is no valid YAML ({error.problem})", remedy="Check the indentation and quotes") from error
    if not isinstance(node, yaml.MappingNode):
        raise ModelError(f"{path}:1", fault="is not a mapping", remedy="Begin with `key: value`")
    value = _value(node, path)
    assert isinstance(value, Mapping)
    return value


def _value(node: yaml.Node, path: Path) -> Value:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_value(child, path) for child in node.value]
    mapping = Mapping()
    mapping.line = node.start_mark.line + 1
    for key, child in node.value:
        if key.value in mapping:
            raise ModelError(f"{path}:{key.start_mark.line + 1}", fault=f"the key {key.value} stands twice", remedy="Keep one of them")
        mapping[key.value] = _value(child, path)
    return mapping
