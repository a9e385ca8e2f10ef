"""One document into the archive, out of it, and away from it; each inside a transaction of the caller."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from minutes_miner.archive import schema
from minutes_miner.archive.copies import signature
from minutes_miner.archive.database import Database, TextIndexed
from minutes_miner.archive.errors import ArchiveDamaged, NotInArchive
from minutes_miner.archive.packing import checksum, packed, storable, unpacked
from minutes_miner.archive.rows import COLUMNS, DOCUMENT_COLUMNS, Values, document_row, record_rows
from minutes_miner.corpus.word_forms import WordForms
from minutes_miner.records import Analysis

_DOCUMENT = (*DOCUMENT_COLUMNS, "signature", "model")
_SEARCHED = {"items": schema.ITEMS, "statements": schema.STATEMENTS}
_WRONG_CHECKSUM = {"id": "isi sebuah dokumen tidak cocok dengan jumlah periksanya", "en": "a document does not match its checksum"}


@dataclass(frozen=True, slots=True)
class Ready:
    """A document as it will be stored: all that can be worked out before a transaction makes others wait.

    `stems` are those of the text, `rows` those of each table, `words` for the tables that are searched the text of each row and its stems.
    """

    id: str
    source: str
    text: str
    stems: str
    document: Values
    analysis: bytes
    rows: Mapping[str, Sequence[Values]]
    words: Mapping[str, Sequence[tuple[str, str]]]


def ready(analysis: Analysis, forms: WordForms) -> Ready:
    """The document made ready to be stored; signs that no database holds become U+FFFD.

    Args:
        analysis: the document.
        forms: the stems for the text index.
    """
    analysis = storable(analysis)
    rows = record_rows(analysis)
    texts = {table: [str(row[COLUMNS[table].index("text")]) for row in rows[table]] for table in _SEARCHED}
    return Ready(
        id=analysis.document.id,
        source=analysis.document.source,
        text=analysis.text,
        stems=forms.differing(analysis.text),
        document=(*document_row(analysis), signature(analysis.text)),
        analysis=packed(analysis),
        rows=rows,
        words={table: [(text, forms.differing(text)) for text in own] for table, own in texts.items()},
    )


def put(database: Database, analysis: Analysis, *, model: str, forms: WordForms) -> int:
    """Stores a document as `put_ready` does."""
    return put_ready(database, ready(analysis, forms), model=model, forms=forms)


def put_ready(database: Database, document: Ready, *, model: str, forms: WordForms) -> int:
    """Stores a document with all its records, and gives its number; what was stored of the same bytes by another model is replaced.

    Of copies under several names the first name counts, in whichever order they come.

    Args:
        database: in a transaction, which may be of this document alone.
        document: made ready.
        model: what it was mined with; a document that was stored by the same stays as it is.
        forms: the stems by which what it replaces was indexed.
    """
    known = database.rows(
        "SELECT d.number, d.model, d.source, t.text FROM documents d JOIN texts t ON t.document = d.number WHERE d.id = ?", (document.id,)
    )
    if known:
        number, stored_by, source, text = known[0]
        if stored_by == model and source <= document.source and text == document.text:
            return int(number)
        _remove_records(database, number, forms)
    number = _put_document(database, document, model)
    _put_text(database, number, document, model)
    for table, rows in document.rows.items():
        _put_records(database, table, number, rows, document.words.get(table))
    return number


def load(database: Database, id: str) -> Analysis:
    """The analysis of the document with this id.

    Raises:
        NotInArchive: there is none.
        ArchiveDamaged: what is stored is not what was put in.
    """
    found = database.rows(
        "SELECT d.model, t.text, t.analysis, t.checksum FROM documents d JOIN texts t ON t.document = d.number WHERE d.id = ?", (id,)
    )
    if not found:
        raise NotInArchive(id, archive=database.where)
    model, text, data, kept = found[0]
    if bytes(kept) != content_checksum(id, model, text, bytes(data)):
        raise ArchiveDamaged(database.where, reason=_WRONG_CHECKSUM)
    return unpacked(bytes(data), text)


def remove(database: Database, id: str, forms: WordForms) -> None:
    """Takes a document with all that came from it out of every table and text index; its sources stay without a document.

    Raises:
        NotInArchive: there is none with this id.
    """
    found = database.rows("SELECT number FROM documents WHERE id = ?", (id,))
    if not found:
        raise NotInArchive(id, archive=database.where)
    number = found[0][0]
    _remove_records(database, number, forms)
    database.run("UPDATE sources SET document = NULL WHERE document = ?", (number,))
    database.run("UPDATE documents SET copy_of = NULL WHERE copy_of = ?", (number,))
    database.run("DELETE FROM documents WHERE number = ?", (number,))


def content_checksum(id: str, model: str, text: str, data: bytes) -> bytes:
    """The checksum that stands in `texts`."""
    return checksum(id, model, text, data)


def _put_document(database: Database, document: Ready, model: str) -> int:
    updates = ", ".join(f"{column} = excluded.{column}" for column in _DOCUMENT if column != "id")
    sql = f"{_insert('documents', _DOCUMENT)} ON CONFLICT (id) DO UPDATE SET {updates} RETURNING number"
    return int(database.rows(sql, (*document.document, model))[0][0])


def _put_text(database: Database, number: int, document: Ready, model: str) -> None:
    kept = content_checksum(document.id, model, document.text, document.analysis)
    database.run(_insert("texts", ("document", "text", "analysis", "checksum")), (number, document.text, document.analysis, kept))
    database.add_text(schema.TEXTS, [(number, document.text, document.stems)])


def _put_records(database: Database, table: str, document: int, rows: Sequence[Values], words: Sequence[tuple[str, str]] | None) -> None:
    columns = ("document", *COLUMNS[table])
    if words is None:
        database.run_many(_insert(table, columns), [(document, *row) for row in rows])
        return
    sql = f"{_insert(table, columns)} RETURNING number"
    numbers = [int(database.rows(sql, (document, *row))[0][0]) for row in rows]
    database.add_text(_SEARCHED[table], [(number, *own) for number, own in zip(numbers, words, strict=True)])


def _remove_records(database: Database, number: int, forms: WordForms) -> None:
    """What the document brought along, and what was joined from it; the next joining makes that anew."""
    database.run("DELETE FROM series WHERE name IN (SELECT series FROM documents WHERE number = ?)", (number,))
    own = "SELECT number FROM items WHERE document = ?"
    database.run(f"DELETE FROM issue_members WHERE item IN ({own})", (number,))
    database.run("DELETE FROM followups WHERE document = ? OR later_document = ?", (number, number))
    for indexed in (*_SEARCHED.values(), schema.TEXTS):
        _remove_text(database, indexed, number, forms)
    for table in schema.OF_A_DOCUMENT:
        database.run(f"DELETE FROM {table} WHERE document = ?", (number,))


def _remove_text(database: Database, indexed: TextIndexed, document: int, forms: WordForms) -> None:
    rows = database.rows(f"SELECT {indexed.key}, text FROM {indexed.table} WHERE document = ?", (document,))
    database.remove_text(indexed, [(number, text, forms.differing(text)) for number, text in rows])


def _insert(table: str, columns: Sequence[str]) -> str:
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
