"""Which part of the issues is wanted: of a time, a region, a forum, a topic, a state."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from minutes_miner.corpus.issues.answered import State
from minutes_miner.corpus.issues.describing import Raised
from minutes_miner.corpus.issues.matters import Matter
from minutes_miner.records import Issue


class Wanted(NamedTuple):
    """Needs and answers of documents from `since` to `until` (`YYYY-MM-DD`, both included), whose region and forum hold these words."""

    since: str | None = None
    until: str | None = None
    region: str | None = None
    forum: str | None = None
    topic: str | None = None
    state: State | None = None

    def narrow(self, raised: Iterable[Raised]) -> list[Raised]:
        """The issues with what is wanted of them; those of which no need is left are left out."""
        if self[:4] == EVERYTHING[:4]:  # nothing to look at need by need
            return [one for one in raised if self.topic is None or one.topic == self.topic]
        found = []
        for one in raised:
            if self.topic is None or one.topic == self.topic:
                needs = [need for need in one.needs if self._takes(need)]
                if needs:
                    found.append(one._replace(needs=needs, replies=[reply for reply in one.replies if self._takes(reply)]))
        return found

    def choose(self, issues: Iterable[Issue]) -> list[Issue]:
        """The issues in the state that is wanted."""
        return [issue for issue in issues if self.state is None or issue.state == self.state]

    def newest(self, days: Iterable[str | None]) -> str | None:
        """The last of `days` that is wanted: the day as of which an issue is open or dormant."""
        return max((day for day in days if day and (self.until is None or day <= self.until)), default=None)

    def _takes(self, matter: Matter) -> bool:
        return (
            (self.since is None or (matter.date or "") >= self.since)
            and (self.until is None or (matter.date or "9999") <= self.until)
            and _holds(matter.region, self.region)
            and _holds(matter.forum, self.forum)
        )


def _holds(name: str | None, words: str | None) -> bool:
    """Whether all of `words` stand in `name`, whatever their case."""
    return words is None or set(words.casefold().split()) <= set((name or "").casefold().split())


EVERYTHING = Wanted()
