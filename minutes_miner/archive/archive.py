"""An archive for notebooks and other programs: opened once, asked often."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, Unpack

from minutes_miner.answers import Alternative, Facets, FollowUp, Hit, KnownPerson
from minutes_miner.archive import contents
from minutes_miner.archive.address import open_database, usual_address
from minutes_miner.archive.database import Database
from minutes_miner.archive.joined.changes import kept_changes
from minutes_miner.archive.joined.followups import read_series
from minutes_miner.archive.joined.issues import read_issues
from minutes_miner.archive.joined.people import known_people
from minutes_miner.archive.search import alternatives, facets, searching
from minutes_miner.archive.search.asked import Asked, filters_of, topic_names
from minutes_miner.archive.search.kinds import sought
from minutes_miner.archive.search.periods import first_day, last_day
from minutes_miner.archive.search.question import Question
from minutes_miner.archive.search.search_words import load_search_words
from minutes_miner.corpus.followups.matrix import answer
from minutes_miner.corpus.issues.answered import State
from minutes_miner.corpus.issues.wanted import Wanted
from minutes_miner.corpus.people.asked_people import Asked as AskedPeople
from minutes_miner.corpus.people.asked_people import answering
from minutes_miner.outputs.wording import Phrase
from minutes_miner.paths import model_folder
from minutes_miner.records import Analysis, Issue
from minutes_miner.rulebook.model import load_rulebook

if TYPE_CHECKING:
    import pandas as pd


class Archive:
    """An archive, open for reading; nothing that is asked changes it.

    Args:
        address: its file, or `postgresql://…`; that of `MINUTES_MINER_ARCHIVE`, else `rakor.sqlite`, if None.
        model: the model folder whose words are known; the shipped one if None.

    Raises:
        ArchiveError: it cannot be used, and why.
        ModelError: a list of the model is missing.
    """

    def __init__(self, address: str | Path | None = None, *, model: str | Path | None = None) -> None:
        self._model = model_folder(model)
        self._words = load_search_words(self._model)
        self._topics = cache(lambda: topic_names(self._model))
        self._database: Database = open_database(address if address is not None else usual_address())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Ends the use of it."""
        self._database.close()

    def search(self, text: str = "", *, limit: int = 10, page: int = 1, **asked: Unpack[Asked]) -> list[Hit]:
        """The documents, records or names that are asked for, best first; without words the newest.

        Args:
            text: words in any form, "phrases" as written, `begin*`, `OR`, `-without`; see `minutes_miner.archive.search.query`.
            limit: hits on a page.
            page: from 1.
            asked: what it is narrowed to, see `minutes_miner.archive.search.asked.Asked`.

        Raises:
            ArchiveError: the archive is damaged, the words make no sense, or the search takes too long.
            UsageError: a kind, topic or status that is not known.
        """
        return searching.search(self._database, self._words, self._question(text, asked, limit, page))

    def search_frame(self, text: str = "", *, limit: int = 100, page: int = 1, **asked: Unpack[Asked]) -> pd.DataFrame:
        """The hits of `search` as a data frame, one a row."""
        from minutes_miner.outputs.frames import hits_frame  # pandas takes longer to load than a search takes

        return hits_frame(self.search(text, limit=limit, page=page, **asked))

    def facets(self, text: str = "", **asked: Unpack[Asked]) -> Facets:
        """How much the same search finds, by kind, region, topic and year.

        Raises:
            ArchiveError, UsageError: as `search`.
        """
        return facets.facets(self._database, self._words, self._question(text, asked), searching.SECONDS)

    def facets_frame(self, text: str = "", **asked: Unpack[Asked]) -> pd.DataFrame:
        """The counts of `facets` as a data frame: `facet`, `value`, `count`."""
        from minutes_miner.outputs.frames import facets_frame

        return facets_frame(self.facets(text, **asked))

    def alternatives(self, text: str) -> list[Alternative]:
        """For words of a search that no document has: words that are spelt alike."""
        return alternatives.alternatives(self._database, self._question(text, {}), searching.SECONDS)

    def topics(self) -> Mapping[str, Phrase]:
        """The topics of the model: key -> how they are called."""
        return self._topics()

    def analysis(self, id: str) -> Analysis:
        """All records of the document with this id.

        Raises:
            NotInArchive: there is none.
            ArchiveDamaged: what is stored is not what was put in.
        """
        return contents.load(self._database, id)

    def documents(self) -> Iterator[Analysis]:
        """All documents with all their records, in the order of their ids; one is in memory at a time.

        Raises:
            ArchiveDamaged: what is stored is not what was put in.
        """
        for (id,) in self._database.rows("SELECT id FROM documents ORDER BY id"):
            yield contents.load(self._database, id)

    def people(
        self,
        *,
        name: str | None = None,
        office: str | None = None,
        institution: str | None = None,
        region: str | None = None,
        at: str | None = None,
        conflicts: bool = False,
    ) -> list[KnownPerson]:
        """Everyone who is asked for, with the posts held, by id; everyone of the archive when nothing is asked.

        Args:
            name, office, institution: words of it, also in short (`Kadinsos`).
            region: of the post.
            at: those who held a post on this day (`YYYY-MM-DD`), by the documents nearest to it.
            conflicts: only posts that two people are told to hold at once.
        """
        asked = AskedPeople(name=name, office=office, institution=institution, region=region, at=at, conflicts=conflicts)
        return answering(known_people(self._database), asked, load_rulebook(self._model))

    def issues(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        region: str | None = None,
        forum: str | None = None,
        topic: str | None = None,
        state: State | None = None,
    ) -> list[Issue]:
        """The needs that come back, those of most meetings first.

        Args:
            since, until: a year, a month or a day, of the documents.
            region, forum: words of their names.
            topic: a key of the model's topics.
            state: `open`, `answered` or `dormant`.

        Raises:
            NoSuchDay: a date that is none.
        """
        first, last = first_day(since) if since else None, last_day(until) if until else None
        return read_issues(self._database, self._model, Wanted(first, last, region, forum, topic, state))

    def followups(self, forum: str | None = None) -> list[FollowUp]:
        """What became of each item in later meetings, with what clerks changed since; of one forum, named loosely, or of all."""
        with self._database.snapshot():
            changes = {(at.document, at.kind, at.start, at.stop): own for at, own in kept_changes(self._database).items()}
            series = read_series(self._database, self._model, forum)
        return [answer(link, changes) for each in series for link in each.links]

    def _question(self, text: str, asked: Asked, limit: int = 1, page: int = 1) -> Question:
        return Question(
            query=self._words.query(text),
            sought=sought(asked.get("kind")),
            filters=filters_of(asked, self._topics),
            limit=limit,
            offset=(page - 1) * limit,
        )
