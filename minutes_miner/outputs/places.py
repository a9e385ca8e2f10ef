"""Where a record stands, in words and as a page number."""

from __future__ import annotations

from minutes_miner.outputs.wording import Phrase
from minutes_miner.records import Evidence

_PAGE = Phrase("hlm. {0}", "p. {0}")
_PARAGRAPH = Phrase("paragraf {0}", "paragraph {0}")
_LINE = Phrase("baris {0}", "line {0}")
_TABLE_ROW = Phrase("tabel {0}, baris {1}", "table {0}, row {1}")


def page_of(evidence: Evidence | None) -> int | None:
    """The page, from 1, or None where the source has no pages."""
    return evidence.page if evidence else None


def page_words(page: int, lang: str) -> str:
    """A page as it is cited: `hlm. 2`."""
    return _PAGE.say(lang).format(page)


def place_words(evidence: Evidence | None, lang: str) -> str:
    """The place as it is cited: `hlm. 2`, `tabel 1, baris 3`, `paragraf 5`, in a text file `baris 9`; empty where it is not known."""
    if evidence is None:
        return ""
    if evidence.page is not None:
        return page_words(evidence.page, lang)
    if evidence.table is not None:
        return _TABLE_ROW.say(lang).format(evidence.table, evidence.row)
    if evidence.line is not None:
        return _LINE.say(lang).format(evidence.line)
    return _PARAGRAPH.say(lang).format(evidence.paragraph) if evidence.paragraph is not None else ""
