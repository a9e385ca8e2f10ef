"""Mails (.eml) -> the mail as a document, and the documents attached to it.

The text begins with what a reader looks at first: the subject, which is its title, from whom, to whom, and when. Then comes the body: the
plain version where there is one, else the page. Attached documents are documents of their own, read by the reader of their format, as
minutes are sent so.
"""

from __future__ import annotations

import email
import email.policy
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from minutes_miner.documents.decoding import decode, whole_characters
from minutes_miner.documents.mail.parts import Part, bytes_of, field_of, page_text, parts_of, text_of
from minutes_miner.documents.plain import document_of_text
from minutes_miner.documents.settings import DEFAULT, Settings
from minutes_miner.documents.web.html import document_of_page
from minutes_miner.errors import InputError, SourceEmpty
from minutes_miner.guard.heartbeat import page_done
from minutes_miner.records import Document, Failure, Note, Warning

MEDIA_TYPE = "message/rfc822"
_FIELDS = {"subject": "", "from": "From: ", "to": "To: ", "cc": "Cc: ", "date": "Date: "}
_ENDINGS = {
    "application/pdf": ".pdf",
    "application/msword": ".doc",
    "application/rtf": ".rtf",
    "message/rfc822": ".eml",
    "text/html": ".html",
    "text/plain": ".txt",
}
LEAST_PICTURE = 30_000  # bytes; a photo of a page has more, a logo has fewer
_ORNAMENTS = (
    "text/calendar", "text/vcard", "text/x-amp-html", "application/ics", "application/pgp-signature", "application/pgp-keys",
    "application/pkcs7-signature", "application/x-pkcs7-signature",
)  # fmt: skip
ReadPart = Callable[[bytes, str, str, Settings, int], Iterator[Document | Failure]]


def read_mail(data: bytes, *, id: str, source: str, settings: Settings = DEFAULT) -> Document:
    """The document of the mail itself; attachments are named in a warning and kept as notes, `read_mail_and_parts` reads them.

    Raises:
        WrongFormat: the bytes are no text.
        SourceEmpty: neither fields nor a body.
    """
    message = _message(data, source)
    attached = [name for name, _ in _attachments(message)]
    document = _document(message, id, source)
    if not attached:
        return document
    text = f"{source}: lampiran surel tidak ikut dibaca ({', '.join(attached)}). Simpan lampirannya sebagai berkas tersendiri."
    return replace(document, warnings=(*document.warnings, Warning(code="attachments", message=text)))


def read_mail_and_parts(
    data: bytes, *, id: str, source: str, settings: Settings, read_part: ReadPart, nested: int = 0
) -> Iterator[Document | Failure]:
    """The document of the mail, then those of its attachments, their names behind the mail's: `surat.eml/notulen.docx`.

    The id of an attachment is the SHA-256 of its bytes. What cannot be read is a failure in its place; logos, signatures and
    invitations, which programs attach, are only named among the notes. `nested` is how many mails this one lies in.

    Raises: as `read_mail`.
    """
    message = _message(data, source)
    yield _document(message, id, source)
    page_done()
    taken: dict[str, int] = {}
    for name, part in _attachments(message):
        content = bytes_of(part)
        place = f"{source}/{_unique(name, taken)}"
        digest = hashlib.sha256(content).hexdigest()
        try:
            if not content:
                raise SourceEmpty(place)
            if not _is_ornament(part, content):
                yield from read_part(content, digest, place, settings, nested + 1)
        except InputError as error:
            yield Failure(source=place, code=error.code, message=error.sentence("id"), exit_code=error.exit_code, english=str(error))
        page_done()


def _message(data: bytes, source: str) -> Part:
    """The mail, parsed; one in UTF-16 is a mail that was saved as text."""
    if b"\0" in data[:64]:
        data = decode(data, source)[0].encode("utf-8", "replace")
    data = data.lstrip(b"\xef\xbb\xbf\r\n")
    try:
        return email.message_from_bytes(data, policy=email.policy.default)
    except RecursionError:  # the parser of fields goes down into brackets within brackets; the older policy leaves fields as they are
        return email.message_from_bytes(data, policy=email.policy.compat32)


def _document(message: Part, id: str, source: str) -> Document:
    head = [f"{label}{text}" for name, label in _FIELDS.items() if (text := field_of(message, name))]
    body, warnings = _body(message, source)
    text = whole_characters("\n".join(head) + ("\n\n" if head and body else "") + body)
    if not text.strip():
        raise SourceEmpty(source)
    document = document_of_text(text, id=id, source=source, media_type=MEDIA_TYPE, warnings=warnings)
    return replace(document, notes=tuple(Note(kind="attachment", text=name) for name, _ in _attachments(message)))


def _body(message: Part, source: str) -> tuple[str, tuple[Warning, ...]]:
    """The text of the mail: its plain parts, or where they say nothing its pages; several are set one below the other."""
    plain, pages = [], []
    for part in parts_of(message):
        if _is_attached(part):
            continue
        if part.get_content_type() == "text/plain":
            plain.append(part)
        elif part.get_content_type() == "text/html":
            pages.append(part)
    warnings: list[Warning] = []
    texts = []
    for part in plain:
        text, found = text_of(bytes_of(part), part, source)
        texts.append(text.strip())
        warnings.extend(found)
    if not any(texts):
        texts = [text for part in pages if (text := _page(part, source, warnings))]
    return "\n\n".join(filter(None, texts)), tuple(warnings)


def _page(part: Part, source: str, warnings: list[Warning]) -> str:
    try:
        text, found = page_text(bytes_of(part), part, source)
        document = document_of_page(text, id="", source=source)
    except SourceEmpty:
        return ""
    warnings.extend(found)
    return document.text


def _attachments(message: Part) -> Iterator[tuple[str, Part]]:
    """The attached parts, each with its name; one without is called by its number and kind."""
    for number, part in enumerate(parts_of(message), start=1):
        if _is_attached(part):
            yield _name_of(part, number), part


def _is_attached(part: Part) -> bool:
    """Whether the part is more than the mail's own text: it has a name or says so, or is of another kind than text."""
    if part.get_content_type() not in ("text/plain", "text/html"):
        return True
    return part.get_content_disposition() == "attachment" or part.get_filename() is not None


def _is_ornament(part: Part, content: bytes) -> bool:
    """Whether the part is nothing that a person has attached to be read: sound, signatures, invitations, logos."""
    if part.get_content_maintype() == "image":
        return part.get_content_disposition() != "attachment" or len(content) < LEAST_PICTURE
    return part.get_content_maintype() in ("audio", "video") or part.get_content_type() in _ORNAMENTS


def _name_of(part: Part, number: int) -> str:
    try:
        given = part.get_filename() or ""
    except Exception:  # the parser of fields fails on malformed ones in ways of its own
        given = ""
    name = PurePosixPath(whole_characters(given).replace("\\", "/").replace("\0", "")).name[:200]
    printable = "".join(filter(str.isprintable, name)).strip()
    return printable or f"lampiran-{number}{_ENDINGS.get(part.get_content_type(), '')}"


def _unique(name: str, taken: dict[str, int]) -> str:
    taken[name] = taken.get(name, 0) + 1
    return name if taken[name] == 1 else f"{taken[name]}-{name}"
