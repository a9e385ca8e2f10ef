"""The formats that are read, each with its reader: the one list of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Protocol

from minutes_miner.documents.batch import read_batch, read_single
from minutes_miner.documents.docx import read_docx
from minutes_miner.documents.pdf import read_pdf
from minutes_miner.documents.plain import read_markdown, read_plain
from minutes_miner.documents.settings import DEFAULT, Settings
from minutes_miner.documents.sniffing import Content
from minutes_miner.records import Document, Failure


class Reader(Protocol):
    """Bytes -> one document; `id` and `source` go into it, errors name `source`."""

    def __call__(self, data: bytes, *, id: str, source: str, settings: Settings = DEFAULT) -> Document: ...


class BatchReader(Protocol):
    """Bytes -> several documents, failures in the places of those that cannot be read."""

    def __call__(self, data: bytes, *, id: str, source: str, settings: Settings = DEFAULT) -> Iterator[Document | Failure]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One format; `name` is what staff call it, `content` what its bytes look like; only a batch has `read_each`."""

    suffixes: tuple[str, ...]
    media_type: str
    name: str
    english: str
    content: Content
    read: Reader
    read_each: BatchReader | None = None


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PLAIN = Format(suffixes=(".txt",), media_type="text/plain", name="berkas teks", english="a text file", content="text", read=read_plain)
FORMATS: tuple[Format, ...] = (
    PLAIN,
    Format(suffixes=(".md",), media_type="text/markdown", name="teks Markdown", english="Markdown", content="text", read=read_markdown),
    Format(suffixes=(".docx",), media_type=WORD, name="dokumen Word", english="a Word document", content="docx", read=read_docx),
    Format(suffixes=(".pdf",), media_type="application/pdf", name="dokumen PDF", english="a PDF document", content="pdf", read=read_pdf),
    Format(
        suffixes=(".jsonl",),
        media_type="application/x-ndjson",
        name="kumpulan teks JSONL",
        english="a batch of texts (JSONL)",
        content="text",
        read=read_single,
        read_each=read_batch,
    ),
)


def format_of_name(path: PurePath | str) -> Format | None:
    """The format that the ending of the name promises."""
    suffix = PurePath(path).suffix.lower()
    return next((format for format in FORMATS if suffix in format.suffixes), None)


def suffixes() -> str:
    """All endings, as a sentence lists them."""
    return ", ".join(suffix for format in FORMATS for suffix in format.suffixes)
