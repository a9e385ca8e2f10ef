"""Builders of small sources: Word files from body XML or python-docx, PDF pages from placed lines."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

WordFile = Callable[..., bytes]
PdfFile = Callable[..., bytes]

_NAMES = nsdecls("w", "r") + (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
)


def saved(document: WordDocument) -> bytes:
    """The bytes of a python-docx document."""
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


@pytest.fixture
def word_file() -> WordFile:
    """Bytes of a Word file whose body is the given XML, with other parts replaced or added by name."""

    def build(body: str, **parts: str) -> bytes:
        document = docx.Document()
        root = document.element.body
        for child in list(root):
            root.remove(child)
        for child in parse_xml(f"<w:body {_NAMES}>{body}</w:body>"):
            root.append(child)
        return with_parts(saved(document), {f"word/{name}.xml": f"<w:{name} {_NAMES}>{xml}</w:{name}>" for name, xml in parts.items()})

    return build


def with_parts(data: bytes, parts: dict[str, str]) -> bytes:
    """The archive with some parts put in the place of its own."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            if name not in parts:
                archive.writestr(name, source.read(name))
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


@pytest.fixture
def pdf_file() -> PdfFile:
    """Bytes of a PDF with one page for each list of (x, distance from the top, text); `draw` may add to each canvas page."""

    def build(*pages: Sequence[tuple[float, float, str]], draw: Callable[[Canvas], None] | None = None, size: float = 11) -> bytes:
        target = io.BytesIO()
        canvas = Canvas(target, pagesize=A4, invariant=1)
        for page in pages:
            canvas.setFont("Helvetica", size)
            for x, y, text in page:
                canvas.drawString(x, A4[1] - y, text)
            if draw is not None:
                draw(canvas)
            canvas.showPage()
        canvas.save()
        return target.getvalue()

    return build
