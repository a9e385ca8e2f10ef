"""A model folder as checked, typed knowledge."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from minutes_miner.errors import ModelError
from minutes_miner.rulebook.gazetteer import Gazetteer
from minutes_miner.rulebook.rules import Rule, load_rules
from minutes_miner.rulebook.topics import Topics, load_topics
from minutes_miner.rulebook.wordlists import WordList, load_word_lists


@dataclass(frozen=True)
class Rulebook:
    """Everything that one model knows, by kind."""

    folder: Path
    version: str
    lists: dict[str, WordList]
    gazetteer: Gazetteer
    rules: dict[str, tuple[Rule, ...]]

    @cached_property
    def topics(self) -> Topics:
        """The recurring issues and their words."""
        return load_topics(self.folder)

    def rule(self, rule_id: str) -> Rule | None:
        """The rule of that id."""
        return next((rule for rules in self.rules.values() for rule in rules if rule.id == rule_id), None)


def load_rulebook(folder: Path) -> Rulebook:
    """Read and check a model folder.

    Raises:
        ModelError: with the file and line of the first fault.
    """
    meta = folder / "meta.toml"
    try:
        version = str(tomllib.loads(meta.read_text(encoding="utf-8"))["version"])
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise ModelError(meta, fault=f"cannot be read ({error})", remedy='Give it name = "..." and version = "..."') from error
    return Rulebook(
        folder=folder,
        version=version,
        lists=load_word_lists(folder / "lexicon"),
        gazetteer=Gazetteer(folder / "gazetteers"),
        rules=load_rules(folder / "rules"),
    )
