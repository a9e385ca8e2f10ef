"""Web pages in one file with their pictures (.mht), as browsers and Word save them -> Document."""

from __future__ import annotations

import email
import email.policy

from minutes_miner.documents.mail.parts import bytes_of, page_text, parts_of
from minutes_miner.documents.settings import DEFAULT, Settings
from minutes_miner.documents.web.html import document_of_page
from minutes_miner.errors import SourceEmpty
from minutes_miner.records import Document


def read_web_archive(data: bytes, *, id: str, source: str, settings: Settings = DEFAULT) -> Document:
    """The document of the first page in the archive; errors as for `read_html`."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    page = next((part for part in parts_of(message) if part.get_content_type() in ("text/html", "application/xhtml+xml")), None)
    if page is None:
        raise SourceEmpty(source)
    text, warnings = page_text(bytes_of(page), page, source)
    return document_of_page(text, id=id, source=source, media_type="multipart/related", warnings=warnings)
