"""An archive for notebooks and other programs: opened once, asked often."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from minutes_miner.answers import Facets, Hit
from minutes_miner.archive import contents, facets, searching
from minutes_miner.archive.address import open_database, usual_address
from minutes_miner.archive.database import Database
from minutes_miner.archive.filters import Filters, Status
from minutes_miner.archive.kinds import sought
from minutes_miner.archive.periods import first_day, last_day
from minutes_miner.archive.question import Question
from minutes_miner.archive.search_words import load_search_words
from minutes_miner.paths import model_folder
from minutes_miner.records import Analysis


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
        self._words = load_search_words(model_folder(model))
        self._database: Database = open_database(address if address is not None else usual_address())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Ends the use of it."""
        self._database.close()

    def search(
        self,
        text: str = "",
        *,
        kind: str | None = None,
        person: str | None = None,
        office: str | None = None,
        institution: str | None = None,
        region: str | None = None,
        forum: str | None = None,
        topic: str | None = None,
        status: Status | None = None,
        since: str | None = None,
        until: str | None = None,
        as_of: str | None = None,
        limit: int = 10,
        page: int = 1,
    ) -> list[Hit]:
        """The documents, records or names that are asked for, best first; without words the newest.

        Args:
            text: words in any form, "phrases" as written, `begin*`, `OR`, `-without`; see `minutes_miner.archive.query`.
            kind: what is found: `text`, `item`, `statement`, `person`, `office`, `institution`, a kind of item (`need`) or of document
                (`minutes`); documents, and above them the names that fit, if None.
            person, office, institution: documents that name them, items and statements that are theirs; names may be loose.
            region, forum: of the document.
            topic: a key of the model's topics.
            status: of items: `open`, `done` or `late`.
            since, until: a year, month or day, of the document.
            as_of: the day on which something is late or not yet; today if None.
            limit: hits on a page.
            page: from 1.

        Raises:
            ArchiveError: the archive is damaged, the words make no sense, or the search takes too long.
        """
        filters = _filters(person, office, institution, region, forum, topic, status, since, until, as_of)
        return searching.search(self._database, self._words, self._question(text, kind, filters, limit, page))

    def facets(
        self,
        text: str = "",
        *,
        kind: str | None = None,
        person: str | None = None,
        office: str | None = None,
        institution: str | None = None,
        region: str | None = None,
        forum: str | None = None,
        topic: str | None = None,
        status: Status | None = None,
        since: str | None = None,
        until: str | None = None,
        as_of: str | None = None,
    ) -> Facets:
        """How many documents the same search finds, by kind, region, topic and year.

        Raises:
            ArchiveError: as `search`.
        """
        filters = _filters(person, office, institution, region, forum, topic, status, since, until, as_of)
        return facets.facets(self._database, self._words, self._question(text, kind, filters), searching.SECONDS)

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

    def _question(self, text: str, kind: str | None, filters: Filters, limit: int = 1, page: int = 1) -> Question:
        return Question(query=self._words.query(text), sought=sought(kind), filters=filters, limit=limit, offset=(page - 1) * limit)


def _filters(
    person: str | None,
    office: str | None,
    institution: str | None,
    region: str | None,
    forum: str | None,
    topic: str | None,
    status: Status | None,
    since: str | None,
    until: str | None,
    as_of: str | None,
) -> Filters:
    return Filters(
        person=person,
        office=office,
        institution=institution,
        region=region,
        forum=forum,
        topic=topic,
        status=status,
        since=first_day(since) if since is not None else None,
        until=last_day(until) if until is not None else None,
        as_of=as_of if as_of is not None else date.today().isoformat(),
    )
