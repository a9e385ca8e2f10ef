"""Every fault of an archive: what it holds against its checksums, its records and its text indexes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from minutes_miner.archive import schema
from minutes_miner.archive.contents import load
from minutes_miner.archive.copies import signature
from minutes_miner.archive.database import Database, Row, TextIndexed
from minutes_miner.archive.errors import ArchiveError
from minutes_miner.archive.forgetting import is_unfinished
from minutes_miner.archive.joined import changes, decisions
from minutes_miner.archive.packing import checksum
from minutes_miner.archive.rows import COLUMNS, DOCUMENT_COLUMNS, document_row, record_rows
from minutes_miner.corpus.word_forms import WordForms
from minutes_miner.records import Analysis

Said = Mapping[str, str]
Progress = Callable[[int, int, str], None]

# What the joining of all documents puts in place of what the document itself says.
JOINED_COLUMNS = {"region", "forum"}
# Rows that people made, with the columns that their checksum is over.
SEALED = {"decisions": decisions.COLUMNS, "changes": changes.COLUMNS}
AT_ONCE = 500

_UNREADABLE = {"id": "tidak dapat dibaca", "en": "cannot be read"}
_HEADER = {"id": "baris di tabel documents tidak sama dengan isi dokumennya", "en": "its row in documents is not what the document says"}
_SIGNATURE = {"id": "tanda tangan teksnya tidak cocok", "en": "the signature of its text is wrong"}
_ROWS = {"id": "baris di tabel {table} tidak sama dengan isi dokumennya", "en": "its rows in {table} are not what the document says"}
_INDEX = {"id": "indeks teks {index} tidak memuat teksnya", "en": "the text index {index} does not hold its text"}
_STRAYS = {"id": "{count} teks yang tidak ada lagi di tabelnya", "en": "{count} texts that its table does not have"}
_SEAL = {"id": "baris {number} tidak cocok dengan jumlah periksanya", "en": "row {number} does not match its checksum"}
_NO_TEXT = {"id": "dokumen tanpa teks", "en": "a document without a text"}
_UNFINISHED = {
    "id": "ada yang dihapus tetapi belum dibersihkan; jalankan minutes-miner archive forget sekali lagi",
    "en": "something was forgotten and not wiped yet; run minutes-miner archive forget once more",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveFault:
    """What is wrong (in each language), and where: the id of a document, a table, or the archive itself."""

    where: str
    what: Said

    def sentence(self, lang: str) -> str:
        """The fault as one line."""
        return f"{self.where}: {self.what.get(lang, self.what['en'])}"


def check(database: Database, forms: WordForms, progress: Progress | None = None) -> Iterator[ArchiveFault]:
    """Every fault; nothing if the archive is whole. Others may write meanwhile: each document is looked at as of one moment.

    Args:
        database: open, in no transaction.
        forms: the stems that its text indexes were made with.
        progress: told how many of how many documents are done, and the id of the last.
    """
    yield from (_fault(database.where, {"id": fault, "en": fault}) for fault in database.faults())
    ids: list[str] = []
    yield from _guarded(database, "documents", lambda: _begin(database, ids))
    for done, id in enumerate(ids, start=1):
        yield from _guarded(database, id, partial(_document, database, id, forms))
        if progress is not None:
            progress(done, len(ids), id)
    for indexed in schema.INDEXED:
        yield from _guarded(database, indexed.index, partial(_strays, database, indexed))
    yield from _guarded(database, schema.NAMES.index, partial(_names, database, forms))
    for table in SEALED:
        yield from _guarded(database, table, partial(_seals, database, table))


def _begin(database: Database, ids: list[str]) -> Iterator[ArchiveFault]:
    if is_unfinished(database):
        yield _fault(database.where, _UNFINISHED)
    ids += [id for (id,) in database.rows("SELECT id FROM documents ORDER BY id")]


def _document(database: Database, id: str, forms: WordForms) -> Iterator[ArchiveFault]:
    found = database.rows("SELECT number FROM documents WHERE id = ?", (id,))
    if not found:  # it was forgotten meanwhile
        return
    number = found[0][0]
    if not database.rows("SELECT 1 FROM texts WHERE document = ?", (number,)):
        yield _fault(id, _NO_TEXT)
        return
    try:
        analysis = load(database, id)
    except ValueError:  # the checksum is right: it was packed by a program that packs otherwise
        yield _fault(id, _UNREADABLE)
        return
    yield from _header(database, id, analysis)
    expected = record_rows(analysis)
    for table, columns in COLUMNS.items():
        kept = database.rows(f"SELECT {', '.join(columns)} FROM {table} WHERE document = ? ORDER BY number", (number,))
        if kept != list(expected[table]):
            yield _fault(id, _filled(_ROWS, table=table))
    for indexed in (schema.TEXTS, schema.ITEMS, schema.STATEMENTS):
        rows = database.rows(f"SELECT {indexed.key}, text FROM {indexed.table} WHERE document = ?", (number,))
        if _is_not_indexed(database, indexed, rows, forms):
            yield _fault(id, _filled(_INDEX, index=indexed.index))


def _header(database: Database, id: str, analysis: Analysis) -> Iterator[ArchiveFault]:
    kept, sign = _split(database.rows(f"SELECT {', '.join(DOCUMENT_COLUMNS)}, signature FROM documents WHERE id = ?", (id,))[0])
    told = dict(zip(DOCUMENT_COLUMNS, document_row(analysis), strict=True))
    if any(kept[column] != told[column] for column in DOCUMENT_COLUMNS if column not in JOINED_COLUMNS):
        yield _fault(id, _HEADER)
    if sign != signature(analysis.text):
        yield _fault(id, _SIGNATURE)


def _split(row: Row) -> tuple[dict[str, object], bytes]:
    return dict(zip(DOCUMENT_COLUMNS, row, strict=False)), bytes(row[-1])


def _is_not_indexed(database: Database, indexed: TextIndexed, rows: list[Row], forms: WordForms) -> bool:
    return bool(database.text_faults(indexed, [(number, text, forms.differing(text)) for number, text in rows]))


def _names(database: Database, forms: WordForms) -> Iterator[ArchiveFault]:
    rows = database.rows("SELECT number, text FROM entities ORDER BY number")
    for begin in range(0, len(rows), AT_ONCE):
        if _is_not_indexed(database, schema.NAMES, rows[begin : begin + AT_ONCE], forms):
            yield _fault(schema.NAMES.table, _filled(_INDEX, index=schema.NAMES.index))


def _strays(database: Database, indexed: TextIndexed) -> Iterator[ArchiveFault]:
    count = database.strays(indexed)
    if count:
        yield _fault(indexed.index, _filled(_STRAYS, count=count))


def _seals(database: Database, table: str) -> Iterator[ArchiveFault]:
    rows = database.rows(f"SELECT number, checksum, {SEALED[table]} FROM {table} ORDER BY number")
    yield from (_fault(table, _filled(_SEAL, number=number)) for number, kept, *values in rows if bytes(kept) != checksum(*values))


def _guarded(database: Database, where: str, look: Callable[[], Iterator[ArchiveFault]]) -> list[ArchiveFault]:
    """What is found; and if the database cannot even be read there, that."""
    found: list[ArchiveFault] = []
    try:
        with database.snapshot():
            found.extend(look())
    except ArchiveError as error:
        found.append(_fault(where, _reason(error)))
    return found


def _reason(error: ArchiveError) -> Said:
    reason = error.facts.get("reason", _UNREADABLE)
    return reason if isinstance(reason, dict) else {"id": str(reason), "en": str(reason)}


def _filled(said: Said, **facts: object) -> Said:
    return {lang: text.format(**facts) for lang, text in said.items()}


def _fault(where: str, what: Said) -> ArchiveFault:
    return ArchiveFault(where=where, what=what)
