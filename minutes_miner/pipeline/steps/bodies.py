"""The institutions of a document by the words of their names, so that the only one of a kind is found without going through all."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from minutes_miner.pipeline.steps.kin import Entity

LONGEST = 12  # words of a name that are compared


class Bodies:
    """Institutions by the words that their names begin with, and by each of their words."""

    def __init__(self, institutions: Iterable[Entity]) -> None:
        self._institutions = institutions

    @cached_property
    def _beginning(self) -> dict[tuple[str, ...], list[Entity]]:
        beginning: dict[tuple[str, ...], list[Entity]] = {}
        for one in self._institutions:
            for length in range(1, min(len(one.words), LONGEST) + 1):
                beginning.setdefault(one.words[:length], []).append(one)
        return beginning

    @cached_property
    def _holding(self) -> dict[str, list[Entity]]:
        holding: dict[str, list[Entity]] = {}
        for one in self._institutions:
            for word in dict.fromkeys(one.words):
                holding.setdefault(word, []).append(one)
        return holding

    def spelled(self, words: tuple[str, ...]) -> str | None:
        """The only institution whose name begins with these words."""
        alike = self._beginning.get(words, [])
        return alike[0].id if len(alike) == 1 else None

    def only(self, kind: str, word: str, not_this: str | None) -> str | None:
        """The only institution, besides one, whose name begins with `kind`, or holds `word` where that is another word.

        One that has a name besides its kind is meant before one that has none.
        """
        bare: set[str] = set()
        named: set[str] = set()
        for alike in (self._beginning.get((kind,), ()), self._holding.get(word, ()) if word != kind else ()):
            for one in alike:
                if one.id != not_this:
                    (named if len(one.words) > 1 else bare).add(one.id)
                if len(named) > 1:
                    return None
        meant = named or bare
        return meant.pop() if len(meant) == 1 else None
