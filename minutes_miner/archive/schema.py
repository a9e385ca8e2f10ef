"""The tables of an archive, version by version.

`docs/archive.md` describes them for those who ask with other tools. A column is text, a whole number, a real number or bytes; both
databases are given the same statements, but for the words in `_WORDS` and the names of types in `_TYPES`. To change the schema, add a
migration to `MIGRATIONS` and never touch those that are there: every archive that exists has gone through them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_miner.archive.database import Kind, TextIndexed

TEXTS = TextIndexed(table="texts", key="document", index="text_index")
ITEMS = TextIndexed(table="items", key="number", index="item_index")
STATEMENTS = TextIndexed(table="statements", key="number", index="statement_index")
NAMES = TextIndexed(table="entities", key="number", index="name_index")
INDEXED = (TEXTS, ITEMS, STATEMENTS, NAMES)

# What a document brings along and takes with it, in the order in which it can be deleted.
OF_A_DOCUMENT = ("holders", "items", "statements", "people", "offices", "institutions", "regions", "texts")

_FIRST = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
    """CREATE TABLE documents (
        number {serial},
        id TEXT NOT NULL UNIQUE,
        source TEXT NOT NULL,
        media_type TEXT NOT NULL,
        kind TEXT NOT NULL,
        title TEXT,
        date TEXT,
        place TEXT,
        event TEXT,
        time TEXT,
        venue TEXT,
        chair TEXT,
        secretary TEXT,
        forum TEXT,
        series TEXT,
        region TEXT,
        region_code TEXT,
        pages INTEGER,
        characters INTEGER NOT NULL,
        warnings TEXT NOT NULL,
        model TEXT NOT NULL,
        signature {bytes} NOT NULL,
        copy_of INTEGER REFERENCES documents (number)
    )""",
    "CREATE INDEX documents_date ON documents (date)",
    "CREATE INDEX documents_kind ON documents (kind, date)",
    "CREATE INDEX documents_forum ON documents (forum, date)",
    "CREATE INDEX documents_series ON documents (series, date)",
    "CREATE INDEX documents_region ON documents (region, date)",
    "CREATE INDEX documents_copy_of ON documents (copy_of)",
    """CREATE TABLE texts (
        document INTEGER PRIMARY KEY REFERENCES documents (number),
        text TEXT NOT NULL,
        analysis {bytes} NOT NULL,
        checksum {bytes} NOT NULL{text_columns}
    )""",
    """CREATE TABLE sources (
        path TEXT PRIMARY KEY,
        document INTEGER REFERENCES documents (number),
        size INTEGER,
        modified INTEGER,
        digest TEXT,
        state TEXT NOT NULL CHECK (state IN ('stored', 'failed', 'gone', 'begun')),
        code TEXT,
        message TEXT,
        english TEXT,
        attempts INTEGER NOT NULL DEFAULT 0,
        model TEXT
    )""",
    "CREATE INDEX sources_document ON sources (document)",
    "CREATE INDEX sources_state ON sources (state)",
    """CREATE TABLE people (
        number {serial},
        document INTEGER NOT NULL REFERENCES documents (number),
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        prefixes TEXT NOT NULL,
        degrees TEXT NOT NULL,
        mentions INTEGER NOT NULL,
        start INTEGER NOT NULL,
        stop INTEGER NOT NULL,
        page INTEGER,
        entity TEXT,
        reason TEXT
    )""",
    """CREATE TABLE institutions (
        number {serial},
        document INTEGER NOT NULL REFERENCES documents (number),
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        abbreviation TEXT,
        type TEXT,
        region TEXT,
        mentions INTEGER NOT NULL,
        start INTEGER NOT NULL,
        stop INTEGER NOT NULL,
        page INTEGER,
        entity TEXT
    )""",
    """CREATE TABLE offices (
        number {serial},
        document INTEGER NOT NULL REFERENCES documents (number),
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        role TEXT NOT NULL,
        institution TEXT,
        region TEXT,
        mentions INTEGER NOT NULL,
        start INTEGER NOT NULL,
        stop INTEGER NOT NULL,
        page INTEGER,
        entity TEXT
    )""",
    """CREATE TABLE regions (
        number {serial},
        document INTEGER NOT NULL REFERENCES documents (number),
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        level TEXT NOT NULL,
        code TEXT,
        mentions INTEGER NOT NULL
    )""",
    """CREATE TABLE holders (
        number {serial},
        document INTEGER NOT NULL REFERENCES documents (number),
        person TEXT NOT NULL,
        office TEXT NOT NULL,
        acting INTEGER NOT NULL,
        start INTEGER NOT NULL,
        stop INTEGER NOT NULL,
        page INTEGER,
        rule TEXT NOT NULL
    )""",
    """CREATE TABLE statements (
        number {serial},
        document INTEGER NOT NULL REFERENCES documents (number),
        id TEXT NOT NULL,
        start INTEGER NOT NULL,
        stop INTEGER NOT NULL,
        page INTEGER,
        text TEXT NOT NULL,
        direct INTEGER NOT NULL,
        speaker TEXT,
        speaker_name TEXT,
        cue TEXT NOT NULL,
        rule TEXT NOT NULL{text_columns}
    )""",
    """CREATE TABLE items (
        number {serial},
        document INTEGER NOT NULL REFERENCES documents (number),
        id TEXT NOT NULL,
        kind TEXT NOT NULL,
        start INTEGER NOT NULL,
        stop INTEGER NOT NULL,
        page INTEGER,
        text TEXT NOT NULL,
        action TEXT NOT NULL,
        actor TEXT,
        actor_entity TEXT,
        speaker TEXT,
        speaker_entity TEXT,
        deadline TEXT,
        deadline_start TEXT,
        deadline_end TEXT,
        amount REAL,
        topic TEXT,
        status TEXT NOT NULL,
        confidence REAL NOT NULL,
        rule TEXT NOT NULL{text_columns}
    )""",
    "CREATE INDEX items_kind ON items (kind, status)",
    "CREATE INDEX items_topic ON items (topic, status)",
    "CREATE INDEX items_deadline ON items (deadline_end)",
    *(f"CREATE INDEX {table}_document ON {table} (document)" for table in OF_A_DOCUMENT if table not in ("texts", "items")),
    "CREATE INDEX items_document ON items (document, topic)",  # topics are counted without a look at the items themselves
    *(f"CREATE INDEX {table}_entity ON {table} (entity, document)" for table in ("people", "offices", "institutions")),
    """CREATE TABLE entities (
        number {serial},
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL CHECK (kind IN ('person', 'office', 'institution')),
        text TEXT NOT NULL,
        names TEXT NOT NULL,
        region TEXT,
        institution TEXT,
        single INTEGER NOT NULL,
        documents INTEGER NOT NULL{text_columns}
    )""",
    "CREATE INDEX entities_kind ON entities (kind, documents)",
    """CREATE TABLE decisions (
        number {serial},
        kind TEXT NOT NULL,
        verdict TEXT NOT NULL,
        first TEXT NOT NULL,
        second TEXT,
        value TEXT,
        made_at TEXT NOT NULL,
        made_by TEXT,
        checksum {bytes} NOT NULL
    )""",
    """CREATE TABLE changes (
        number {serial},
        document TEXT NOT NULL,
        kind TEXT NOT NULL,
        start INTEGER NOT NULL,
        stop INTEGER NOT NULL,
        field TEXT NOT NULL,
        value TEXT,
        mined TEXT,
        made_at TEXT NOT NULL,
        origin TEXT NOT NULL,
        checksum {bytes} NOT NULL
    )""",
    "CREATE INDEX changes_document ON changes (document)",
    """CREATE TABLE issues (
        id TEXT PRIMARY KEY,
        label TEXT NOT NULL,
        topic TEXT,
        terms TEXT NOT NULL,
        meetings INTEGER NOT NULL,
        first_seen TEXT,
        last_seen TEXT,
        regions TEXT NOT NULL,
        state TEXT NOT NULL,
        details TEXT NOT NULL
    )""",
    """CREATE TABLE issue_members (
        issue TEXT NOT NULL REFERENCES issues (id),
        item INTEGER NOT NULL REFERENCES items (number),
        role TEXT NOT NULL CHECK (role IN ('need', 'answer')),
        PRIMARY KEY (issue, item)
    )""",
    "CREATE INDEX issue_members_item ON issue_members (item)",
    """CREATE TABLE issue_log (
        number {serial},
        event TEXT NOT NULL,
        issue TEXT NOT NULL,
        other TEXT,
        label TEXT,
        members INTEGER NOT NULL,
        documents INTEGER NOT NULL
    )""",
    """CREATE TABLE followups (
        number {serial},
        forum TEXT NOT NULL,
        document INTEGER NOT NULL REFERENCES documents (number),
        start INTEGER NOT NULL,
        stop INTEGER NOT NULL,
        text TEXT NOT NULL,
        item INTEGER REFERENCES items (number),
        later_document INTEGER REFERENCES documents (number),
        later_start INTEGER,
        later_stop INTEGER,
        later_text TEXT,
        later INTEGER REFERENCES items (number),
        state TEXT NOT NULL,
        as_of TEXT NOT NULL,
        proof TEXT
    )""",
    "CREATE TABLE series (name TEXT PRIMARY KEY, digest {bytes} NOT NULL)",
    "CREATE INDEX followups_forum ON followups (forum)",
    "CREATE INDEX followups_document ON followups (document)",
    "CREATE INDEX followups_item ON followups (item)",
    "CREATE INDEX followups_later ON followups (later)",
    "CREATE INDEX followups_later_document ON followups (later_document)",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (_FIRST,)
VERSION = len(MIGRATIONS)

_WORDS: dict[Kind, dict[str, str]] = {
    # The column `stems` holds nothing: it is there so that the text index, which has such a column, can be read beside its table.
    "sqlite": {"serial": "INTEGER PRIMARY KEY", "bytes": "BLOB", "text_columns": ", stems TEXT GENERATED ALWAYS AS ('') VIRTUAL"},
    "postgresql": {"serial": "INTEGER PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY", "bytes": "BYTEA", "text_columns": ""},
}
# What SQLite means by a type, in PostgreSQL's words: numbers of 64 bits, and text that is sorted by its code points.
_TYPES = {"INTEGER": "BIGINT", "REAL": "DOUBLE PRECISION", "TEXT": 'TEXT COLLATE "C"'}
_TYPE = re.compile(rf"\b(?:{'|'.join(_TYPES)})\b")

TABLES = tuple(name for migration in MIGRATIONS for statement in migration for name in re.findall(r"CREATE TABLE (\w+)", statement))


def statements_from(version: int, kind: Kind) -> Sequence[str]:
    """What brings a database of this kind from one version of the schema (0: nothing there) to the present one."""
    tables = [_statement(statement, kind) for migration in MIGRATIONS[version:] for statement in migration]
    return [*tables, *(made for indexed in INDEXED for made in _text_index(indexed, kind))] if version == 0 else tables


def _statement(statement: str, kind: Kind) -> str:
    made = statement.format(**_WORDS[kind])
    return _TYPE.sub(lambda found: _TYPES[found[0]], made) if kind == "postgresql" else made


def _text_index(indexed: TextIndexed, kind: Kind) -> Sequence[str]:
    """A table with a row of SQLite's index for each row, or with one or more vectors of PostgreSQL (see `vectors`)."""
    if kind == "postgresql":
        return (
            f"CREATE TABLE {indexed.index} (number BIGINT NOT NULL REFERENCES {indexed.table} ({indexed.key}), part INTEGER NOT NULL, "
            "search TSVECTOR NOT NULL, PRIMARY KEY (number, part))",
            f"CREATE INDEX {indexed.index}_whole ON {indexed.index} USING GIN (search) WHERE part = 0",
            f"CREATE INDEX {indexed.index}_parts ON {indexed.index} USING GIN (search) WHERE part > 0",
        )
    return (
        f"CREATE VIRTUAL TABLE {indexed.index} USING fts5("
        f'text, stems, content="{indexed.table}", content_rowid="{indexed.key}", tokenize="unicode61 remove_diacritics 2")',
    )
