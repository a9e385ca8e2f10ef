"""An explanation as lines for the terminal: a heading for each step, below it what the step did, and the rule where there is one."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from minutes_miner.cli.texts import Lang, say
from minutes_miner.explaining import Remark, Source
from minutes_miner.outputs.wording import DIRECT, DOCUMENT_KINDS, INDIRECT, ITEM_KINDS

INDENT = "  "


def lines(remarks: Iterable[Remark], lang: Lang, width: int) -> Iterator[str]:
    """The lines of an explanation, each at most `width` characters long where its words allow."""
    for step, group in groupby(remarks, key=lambda remark: remark.step):
        yield say(f"explain.step.{step}", lang)
        for remark in group:
            part_of_item = remark.step == "items" and remark.told != "item"
            yield from _wrapped(_words(remark, lang), INDENT * (3 if part_of_item else 1), width)
            for more in (*_because(remark, lang), *_rule(remark.source)):
                yield from _wrapped(more, INDENT * 3, width)


def _wrapped(text: str, indent: str, width: int) -> list[str]:
    return textwrap.wrap(" ".join(text.split()), width, initial_indent=indent, subsequent_indent=indent + INDENT, break_on_hyphens=False)


def _rule(source: Source | None) -> Iterator[str]:
    if source is not None:
        yield f"{source.id}, {source.where}: {source.note}" if source.where else source.id


def _words(remark: Remark, lang: Lang) -> str:
    facts = _shown(remark, lang)
    return say(f"explain.{remark.told}", lang, **facts)


def _because(remark: Remark, lang: Lang) -> Iterator[str]:
    if remark.told == "said":
        known = "named" if remark.facts["named"] else "meant" if remark.facts["word"] else "resolved"
        yield say(f"explain.said.{known}", lang, **{name: remark.facts[name] for name in ("word", "speaker", "cue")})


def _shown(remark: Remark, lang: Lang) -> dict[str, Any]:
    """The facts of a remark as words."""
    facts: dict[str, Any] = dict(remark.facts)
    for part in ("kind", "other"):
        if remark.told.startswith("kind.") and facts.get(part) in ITEM_KINDS:
            facts[part] = ITEM_KINDS[facts[part]].say(lang).lower()
    match remark.told:
        case "line":
            facts["kind"] = say(f"explain.line.{facts['kind']}", lang)
            for part in ("field", "section"):
                facts[part] = say(f"explain.line.{part}", lang, name=facts[part]) if facts[part] else ""
        case "lost":
            facts["reason"] = say(f"explain.reason.{facts['reason']}", lang, winner=facts["winner"])
        case "same":
            facts["texts"] = "; ".join(facts["texts"])
        case "value":
            facts["value"] = ", ".join(f"{part} {value}" for part, value in facts["value"].items() if value is not None)
        case "document":
            facts["kind"] = DOCUMENT_KINDS[facts["kind"]].say(lang)
            facts["day"], facts["place"] = (facts[part] or say("explain.unknown", lang) for part in ("day", "place"))
        case "said":
            facts["mode"] = (DIRECT if facts["mode"] == "direct" else INDIRECT).say(lang)
            facts["speaker"] = facts["speaker"] or say("explain.unknown", lang)
        case "item":
            facts["kind"] = ITEM_KINDS[facts["kind"]].say(lang)
        case "topic":
            weights = ", ".join(f"{topic} {weight:.1f}" for topic, weight in facts["weights"].items())
            facts["weights"] = weights or say("explain.none", lang)
    return facts
