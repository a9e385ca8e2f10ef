"""A builder of small PDF files: pages of placed lines."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

PdfFile = Callable[..., bytes]


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
