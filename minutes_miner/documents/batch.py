"""A file of texts, one JSON object a line -> a document for each line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from minutes_miner.documents.cutting import beginning
from minutes_miner.documents.decoding import decode, whole_characters
from minutes_miner.documents.plain import document_of_text
from minutes_miner.documents.settings import DEFAULT, Settings
from minutes_miner.errors import BadLine, InputError, SeveralTexts, SourceEmpty
from minutes_miner.records import Document, Failure, Warning

_NOT_JSON = {"id": "bukan JSON yang sah", "en": "no valid JSON"}
_NO_OBJECT = {"id": "bukan objek JSON", "en": "no JSON object"}
_NO_ID = {"id": "id tidak ada", "en": "no id"}
_NO_TEXT = {"id": "text tidak ada", "en": "no text"}


def read_batch(data: bytes, *, id: str, source: str, settings: Settings = DEFAULT) -> Iterator[Document | Failure]:
    """A document for each line that is not blank, with the line's `id` as its id and source; a bad line is a failure and the others go on.

    Raises:
        WrongFormat: the bytes are no text.
        SourceEmpty: there is no line with content.
    """
    text, warnings = decode(data, source)
    if not text.strip():
        raise SourceEmpty(source)
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _document_or_failure(line, f"{source}:{number}", warnings, settings)


def read_single(data: bytes, *, id: str, source: str, settings: Settings = DEFAULT) -> Document:
    """The document of a batch that has one line.

    Raises:
        SeveralTexts: it has several.
        BadLine: the line is no text with an id.
    """
    text, warnings = decode(data, source)
    numbered = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    if not numbered:
        raise SourceEmpty(source)
    if len(numbered) > 1:
        raise SeveralTexts(source, count=len(numbered))
    number, line = numbered[0]
    return _document(line, f"{source}:{number}", warnings, settings)


def _document_or_failure(line: str, where: str, warnings: tuple[Warning, ...], settings: Settings) -> Document | Failure:
    try:
        return _document(line, where, warnings, settings)
    except InputError as error:
        return Failure(source=where, code=error.code, message=error.sentence("id"), exit_code=error.exit_code, english=str(error))


def _document(line: str, where: str, warnings: tuple[Warning, ...], settings: Settings) -> Document:
    name, text = _fields(line, where)
    text, cut = beginning(text, settings.limits.characters, name)
    return document_of_text(text, id=name, source=name, warnings=(*warnings, *cut))


def _fields(line: str, where: str) -> tuple[str, str]:
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        raise BadLine(where, reason=_NOT_JSON) from None
    if not isinstance(entry, dict):
        raise BadLine(where, reason=_NO_OBJECT)
    name, text = entry.get("id"), entry.get("text")
    if isinstance(name, int) and not isinstance(name, bool):
        name = str(name)
    if not isinstance(name, str) or not name:
        raise BadLine(where, reason=_NO_ID)
    if not isinstance(text, str):
        raise BadLine(where, reason=_NO_TEXT)
    return whole_characters(name), whole_characters(text)
