"""The rules of a model: `rules/*.yml`, read, checked and typed.

A file holds one layer: `layer` names it, `terms` gives names to parts of patterns, `rules` is the list. A rule that finds spans has
`patterns`; a rule that names a mechanism of the pipeline (a frame of speech, a way to pick the actor) has none. Every rule carries at least
one example (`match`, the span in square brackets) and one counter-example (`no_match`), which `minutes-miner model check` runs.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from minutes_miner.errors import ModelError
from minutes_miner.rulebook import yaml_text
from minutes_miner.rulebook.examples import Example, read_marked
from minutes_miner.rulebook.notation import Choice, NotationError, parse

LAYERS = ("times", "places", "institutions", "offices", "people", "amounts", "deadlines", "holders", "statements", "items", "entities")
FILE_KEYS = {"layer", "about", "terms", "rules"}
NEEDED = ("id", "label", "note", "match", "no_match")
RULE_KEYS = {*NEEDED, "patterns", "known_failures", "source", "kind", "confidence", "traits"}
ITEM_KINDS = ("commitment", "instruction", "decision", "need", "none")
TRAITS = ("addressed", "at_cue", "future", "request", "loose")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; `where` is its file and line, `kind` and `confidence` are for items.

    `traits` tell the steps more about a cue of items or a deadline: `addressed` (who is to act stands behind it), `at_cue` (the item begins
    with it), `future` (a promise only where somebody undertakes it), `request` (a need where it goes upward), `loose` (a deadline that any
    other one goes before).
    """

    id: str
    label: str
    note: str
    layer: str
    where: str
    patterns: tuple[Choice, ...]
    match: tuple[Example, ...]
    no_match: tuple[Example, ...]
    known_failures: tuple[Example, ...]
    source: str
    kind: str
    confidence: float
    traits: frozenset[str]


def load_rules(folder: Path) -> dict[str, tuple[Rule, ...]]:
    """The rules of a model by layer, in the order of the files.

    Raises:
        ModelError: an unknown key or layer, a missing example, a pattern that cannot be read, an id that stands twice.
    """
    layers: dict[str, tuple[Rule, ...]] = dict.fromkeys(LAYERS, ())
    seen: dict[str, str] = {}
    for path in sorted(folder.glob("*.yml")):
        layer, rules = load_rule_file(path)
        for rule in rules:
            if rule.id in seen:
                fault = f"the rule {rule.id} is already in {seen[rule.id]}"
                raise ModelError(rule.where, fault=fault, remedy="Give one of them another id")
            seen[rule.id] = rule.where
        layers[layer] += rules
    return layers


def load_rule_file(path: Path) -> tuple[str, tuple[Rule, ...]]:
    """The layer of one rule file and its rules in order.

    Raises:
        ModelError: as `load_rules`, but for ids that other files hold too.
    """
    content = yaml_text.load(path)
    unknown = set(content) - FILE_KEYS
    if unknown:
        raise ModelError(f"{path}:1", fault=f"unknown key {min(unknown)}", remedy=f"Use {', '.join(sorted(FILE_KEYS))}")
    layer = content.get("layer")
    if layer not in LAYERS:
        raise ModelError(f"{path}:1", fault=f"unknown layer {layer}", remedy=f"Use one of {', '.join(LAYERS)}")
    terms = content.get("terms") or yaml_text.Mapping()
    entries = content.get("rules") or yaml_text.Sequence()
    if not isinstance(terms, yaml_text.Mapping) or not isinstance(entries, yaml_text.Sequence):
        raise ModelError(f"{path}:1", fault="terms must be a mapping and rules a list", remedy="See the other files in rules/")
    texts = {name: str(text) for name, text in terms.items() if isinstance(text, yaml_text.Text)}
    return str(layer), tuple(_rule(entry, str(layer), path, texts) for entry in entries)


def _rule(entry: yaml_text.Value, layer: str, path: Path, terms: dict[str, str]) -> Rule:
    if not isinstance(entry, yaml_text.Mapping):
        raise ModelError(f"{path}:1", fault="a rule is not a mapping", remedy="Begin each rule with `- id: ...`")
    where = f"{path}:{entry.line}"
    unknown = set(entry) - RULE_KEYS
    if unknown:
        raise ModelError(where, fault=f"unknown key {min(unknown)}", remedy=f"Use {', '.join(sorted(RULE_KEYS))}")
    for key in NEEDED:
        if not entry.get(key):
            raise ModelError(where, fault=f"{key} is missing", remedy="Every rule needs id, label, note, match and no_match")
    patterns = _texts(entry, "patterns", where)
    kind = _text(entry, "kind")
    if kind and kind not in ITEM_KINDS:
        raise ModelError(where, fault=f"unknown kind {kind}", remedy=f"Use one of {', '.join(ITEM_KINDS)}")
    traits = frozenset(str(text) for text in _texts(entry, "traits", where))
    if traits - {*TRAITS}:
        raise ModelError(where, fault=f"unknown trait {min(traits - {*TRAITS})}", remedy=f"Use {', '.join(TRAITS)}")
    return Rule(
        id=_text(entry, "id"),
        label=_text(entry, "label"),
        note=_text(entry, "note"),
        layer=layer,
        where=where,
        patterns=tuple(_pattern(text, terms, f"{path}:{text.line}") for text in patterns),
        match=tuple(_marked(text, path) for text in _texts(entry, "match", where)),
        no_match=tuple(_unmarked(text, path) for text in _texts(entry, "no_match", where)),
        known_failures=tuple(_marked(text, path, needed=False) for text in _texts(entry, "known_failures", where)),
        source=_text(entry, "source"),
        kind=kind,
        confidence=_share(_text(entry, "confidence") or "0.8", where),
        traits=traits,
    )


def _marked(written: yaml_text.Text, path: Path, *, needed: bool = True) -> Example:
    where = f"{path}:{written.line}"
    try:
        text, spans = read_marked(written)
    except ValueError as error:
        raise ModelError(where, fault=f"the example '{written}' holds {error}", remedy="Put the expected span in [brackets]") from error
    if needed and not spans:
        raise ModelError(where, fault=f"no span is marked in the example '{written}'", remedy="Put the expected span in [brackets]")
    return Example(str(written), text, spans, where)


def _unmarked(written: yaml_text.Text, path: Path) -> Example:
    return Example(str(written), str(written), (), f"{path}:{written.line}")


def _pattern(text: str, terms: dict[str, str], where: str) -> Choice:
    try:
        return parse(text, terms)
    except NotationError as error:
        fault = f"the pattern '{text}' cannot be read: {error}"
        raise ModelError(where, fault=fault, remedy="See the notation in models/id_minutes/README.md") from error


def _text(entry: yaml_text.Mapping, key: str) -> str:
    value = entry.get(key)
    return str(value) if isinstance(value, yaml_text.Text) else ""


def _texts(entry: yaml_text.Mapping, key: str, where: str) -> tuple[yaml_text.Text, ...]:
    value = entry.get(key, yaml_text.Sequence())
    values = value if isinstance(value, yaml_text.Sequence) else [value]
    texts = tuple(text for text in values if isinstance(text, yaml_text.Text) and text.strip())
    if len(texts) != len(values):
        raise ModelError(where, fault=f"{key} holds something that is no text", remedy="Put each entry in quotes on a line of its own")
    return texts


def _share(text: str, where: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = -1
    if not 0 <= number <= 1:
        raise ModelError(where, fault=f"confidence {text} is no number from 0 to 1", remedy="Write for example 0.8")
    return number
