"""An archive for notebooks and other programs: opened once, asked often."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, Unpack

from minutes_miner.answers import Alternative, Facets, Hit
from minutes_miner.archive import alternatives, contents, facets, searching
from minutes_miner.archive.address import open_database, usual_address
from minutes_miner.archive.asked import Asked, filters_of, topic_names
from minutes_miner.archive.database import Database
from minutes_miner.archive.kinds import sought
from minutes_miner.archive.question import Question
from minutes_miner.archive.search_words import load_search_words
from minutes_miner.outputs.wording import Phrase
from minutes_miner.paths import model_folder
from minutes_miner.records import Analysis

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
        self._words = load_search_words(model_folder(model))
        self._topics = cache(lambda: topic_names(model_folder(model)))
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
            text: words in any form, "phrases" as written, `begin*`, `OR`, `-without`; see `minutes_miner.archive.query`.
            limit: hits on a page.
            page: from 1.
            asked: what it is narrowed to, see `minutes_miner.archive.asked.Asked`.

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

    def _question(self, text: str, asked: Asked, limit: int = 1, page: int = 1) -> Question:
        return Question(
            query=self._words.query(text),
            sought=sought(asked.get("kind")),
            filters=filters_of(asked, self._topics),
            limit=limit,
            offset=(page - 1) * limit,
        )
