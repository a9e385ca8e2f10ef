"""What is asked of an archive at once: words, kind, filters, and which part of the answer."""

from __future__ import annotations

from dataclasses import dataclass, field

from minutes_miner.archive.search.filters import Filters
from minutes_miner.archive.search.kinds import Sought
from minutes_miner.archive.search.query import Node

# Somebody who turns more pages than this looks for something else; a narrower question is what helps.
FURTHEST = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """`query` is None where only filters are asked for; hits `offset` to `offset + limit` are wanted."""

    query: Node | None = None
    sought: Sought = field(default_factory=Sought)
    filters: Filters = field(default_factory=Filters)
    limit: int = 10
    offset: int = 0

    @property
    def wanted(self) -> int:
        """How many hits have to be known to show this part."""
        return min(self.offset + self.limit, FURTHEST)
