"""Bytes of a PDF file -> an open document, mended where it is broken, unlocked where it is locked.

pdfium gives up on a file that was cut, qpdf puts together what is left of it. A file whose end does not lead to its index goes through qpdf
first: pdfium would build the index anew without a word, and on some files for hours.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from warnings import catch_warnings

import pypdfium2
import pypdfium2.raw as pdfium

from minutes_miner.errors import SourceDamaged, SourceEncrypted, WrongPassword
from minutes_miner.records import Warning

# What the library has to say of a damaged file is said by our own errors and warnings.
logging.getLogger("pypdfium2").setLevel(logging.CRITICAL)

OPEN_STREAMS = 2_000  # for each of which pdfium looks through the rest of the file
_TAIL = 2048
_HEAD = 1024
_BROKEN = {"id": "susunan berkasnya tidak utuh", "en": "its structure is not whole"}
_START = re.compile(rb"startxref\s+(\d{1,12})\s")
_INDEX = re.compile(rb"\s*(?:xref|\d{1,10}\s+\d{1,5}\s+obj)")
_PAGES = re.compile(rb"/Type\s{0,4}/Pages\b")
_COUNT = re.compile(rb"/Count\s{1,4}(\d{1,5})\b")
_LINEARIZED = re.compile(rb"/Linearized\b[^>]{0,200}?/N\s{1,4}(\d{1,5})\b")
_NEAR = 4096


@dataclass(slots=True)
class Opened:
    """An open document; `promised` is how many pages a mended one says it had, 0 where that is not known."""

    document: pypdfium2.PdfDocument
    is_repaired: bool = False
    promised: int = 0

    def warnings(self, source: str, filled: int) -> Iterator[Warning]:
        """What was mended and what is lost, if `filled` pages have anything on them."""
        if not self.is_repaired:
            return
        promised = max(self.promised, len(self.document))
        message = f"{source}: berkas ini rusak (mungkin terpotong) dan dibaca sejauh yang masih utuh. Bandingkan dengan berkas aslinya."
        yield Warning(code="repaired", message=message)
        if promised > filled:
            message = f"{source}: berkas ini semula {promised} halaman, tetapi hanya {filled} yang masih berisi. Minta salinan yang utuh."
            yield Warning(code="pages_lost", message=message)


def opened(data: bytes, source: str, password: str | None) -> Opened:
    """The document in `data`.

    Raises:
        SourceEncrypted: it is locked and no password is given; WrongPassword: another one opens it.
        SourceDamaged: nothing in it can be found.
    """
    if _is_whole(data):
        try:
            return Opened(_loaded(data, source, password))
        except SourceDamaged:
            pass
    try:
        document = _loaded(_mended(data, source, password), source, None)
    except SourceDamaged:
        if data.count(b"stream") - 2 * data.count(b"endstream") > OPEN_STREAMS:
            raise
        document = _loaded(data, source, password)
    return Opened(document, is_repaired=True, promised=_promised(data))


def _loaded(data: bytes, source: str, password: str | None) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data, password=password)
    except pypdfium2.PdfiumError as error:
        if error.err_code not in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise SourceDamaged(source, reason=_BROKEN) from None
        if password:  # which a file that is locked against changes alone does not ask for
            return _without_password(data, source)
        raise SourceEncrypted(source) from None
    if not len(document):
        document.close()
        raise SourceDamaged(source, reason=_BROKEN)
    return document


def _without_password(data: bytes, source: str) -> pypdfium2.PdfDocument:
    try:
        return _loaded(data, source, None)
    except SourceEncrypted:
        raise WrongPassword(source) from None


def _mended(data: bytes, source: str, password: str | None) -> bytes:
    """The file as qpdf writes it anew, unlocked."""
    import pikepdf  # here, because it takes a tenth of a second that whole files need not wait for

    target = io.BytesIO()
    try:
        with catch_warnings(action="ignore"), pikepdf.open(io.BytesIO(data), password=password or "") as document:
            document.save(target, encryption=False)
    except pikepdf.PasswordError:
        raise (WrongPassword(source) if password else SourceEncrypted(source)) from None
    except (pikepdf.PdfError, RuntimeError, ValueError, RecursionError):
        raise SourceDamaged(source, reason=_BROKEN) from None
    return target.getvalue()


def _is_whole(data: bytes) -> bool:
    """Whether the end of the file leads to its index; what stands before the header may count or not."""
    starts = _START.findall(data, max(0, len(data) - _TAIL))
    if not starts:
        return False
    place = int(starts[-1])
    return any(_INDEX.match(data, place + shift) is not None for shift in {0, max(data.find(b"%PDF-", 0, _HEAD), 0)})


def _promised(data: bytes) -> int:
    """The number of pages that the file says it has, as far as that can still be read."""
    counts = [int(found[1]) for found in _LINEARIZED.finditer(data, 0, _HEAD)]
    for pages in _PAGES.finditer(data):
        start = max(data.rfind(b"obj", max(0, pages.start() - _NEAR), pages.start()), 0)
        end = data.find(b"endobj", pages.end(), pages.end() + _NEAR)
        counts.extend(int(found[1]) for found in _COUNT.finditer(data, start, end if end >= 0 else pages.end() + _NEAR))
    return max(counts, default=0)
