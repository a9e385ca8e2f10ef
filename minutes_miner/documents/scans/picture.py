"""Pictures of pages (a photo, a scan as JPEG, PNG or TIFF) -> Document.

Pillow opens them. A picture is measured before it is unpacked, shrunk to what the recogniser can use, and turned as the camera was held.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from minutes_miner.documents.assembling import assembled
from minutes_miner.documents.pages.flow import flow_of
from minutes_miner.documents.scans.recogniser import PagePicture, Recogniser, warnings_about
from minutes_miner.documents.settings import DEFAULT, Settings
from minutes_miner.errors import NoTextLayer, NothingRecognised, SourceDamaged, SourceTooLarge
from minutes_miner.records import Document, Warning

MEGAPIXELS = 80
LARGEST = 3400
A4_HEIGHT = 842.0
LIKELY = (400.0, 1800.0)
POINTS = 72.0

_BROKEN = {"id": "gambarnya tidak dapat dibuka", "en": "the picture cannot be opened"}
_CUT = "gambarnya terpotong; bagian yang hilang tidak terbaca. Minta salinan yang utuh."
_FEWER = "hanya {most} dari {count} halaman yang dibaca. Pecah berkasnya, atau naikkan batas halaman."


def read_picture(data: bytes, *, id: str, source: str, settings: Settings = DEFAULT) -> Document:
    """The document of a picture; a TIFF may hold several pages.

    Raises:
        NoTextLayer: recognition is switched off.
        NothingRecognised: there is no letter on it.
        SourceDamaged, SourceTooLarge: it cannot be opened, or has more than 80 million dots.
    """
    with _opened(data, source) as picture:
        count = _count(picture, settings.limits.pages + 1)
        if settings.ocr == "off":
            raise NoTextLayer(source, pages=count)
        recogniser = Recogniser(settings.cores)
        told: list[Warning] = []
        for number in range(1, min(count, settings.limits.pages) + 1):
            frame = _frame(picture, number, source)
            if frame.is_cut:
                told.append(Warning(code="picture_cut", message=f"{source}: {_CUT}", page=number))
            recogniser.add(frame.picture)
    pages = recogniser.pages()
    if count > settings.limits.pages:
        told.append(Warning(code="pages_cut", message=f"{source}: {_FEWER.format(most=settings.limits.pages, count=f'{count}+')}"))
    if not any(page.has_letters for page in pages):
        raise NothingRecognised(source, pages=len(pages))
    flow = flow_of(pages)
    return assembled(
        flow.lines,
        id=id,
        source=source,
        media_type=Image.MIME.get(picture.format or "", "image"),
        tables=flow.tables,
        notes=flow.notes,
        pages=len(pages),
        warnings=(*told, *warnings_about(pages, source)),
    )


def picture_page(data: bytes, page: int, source: str) -> PagePicture | int:
    """Page `page` (from 1) of a picture as the reader sees it; how many pages there are where it has not so many."""
    with _opened(data, source) as picture:
        count = _count(picture, page)
        return count if page > count else _frame(picture, page, source).picture


def as_png(picture: PagePicture) -> bytes:
    """The picture of a page as the content of a PNG file."""
    target = io.BytesIO()
    Image.fromarray(picture.image).save(target, "PNG", compress_level=1)
    return target.getvalue()


@dataclass(frozen=True, slots=True)
class _Frame:
    picture: PagePicture
    is_cut: bool


@contextmanager
def _opened(data: bytes, source: str) -> Iterator[Image.Image]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's own word on large pictures and odd tags; what matters is checked here
            with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "TIFF")) as picture:
                yield picture
    except Image.DecompressionBombError:
        raise SourceTooLarge(source, size=f"> {MEGAPIXELS} megapixel", limit=f"{MEGAPIXELS} megapixel") from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, KeyError, TypeError, IndexError):
        raise SourceDamaged(source, reason=_BROKEN) from None


def _count(picture: Image.Image, most: int) -> int:
    """How many pages there are, counted up to `most`: their list in a TIFF can be endless."""
    count = 1
    while count < most:
        try:
            picture.seek(count)
        except EOFError:
            break
        count += 1
    picture.seek(0)
    return count


def _frame(picture: Image.Image, number: int, source: str) -> _Frame:
    picture.seek(number - 1)
    width, height = picture.size
    if width * height > MEGAPIXELS * 1_000_000:
        size = f"{width * height / 1_000_000:.0f} megapixel"
        raise SourceTooLarge(source, size=size, limit=f"{MEGAPIXELS} megapixel")
    points = _points(picture)
    is_cut = _unpack(picture)
    shown = ImageOps.exif_transpose(picture)
    if shown.width < width and shown.height > height:
        points = points[::-1]
    shown.thumbnail((LARGEST, LARGEST), Image.Resampling.LANCZOS, reducing_gap=2.0)
    image = np.asarray(_on_white(shown), np.uint8)
    return _Frame(PagePicture(number=number, width=points[0], height=points[1], image=image), is_cut)


def _unpack(picture: Image.Image) -> bool:
    """Unpacks the picture; whether its end is missing, which leaves the rest grey."""
    try:
        picture.load()
    except OSError:
        ImageFile.LOAD_TRUNCATED_IMAGES = True
        try:
            picture.load()
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = False
        return True
    return False


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        ground = Image.new("RGBA", picture.size, "white")
        ground.alpha_composite(picture.convert("RGBA"))
        return ground.convert("RGB")
    if picture.mode.startswith("I;16") or picture.mode in ("I", "F"):
        values = np.asarray(picture, np.float64)
        values = 255 * (values - values.min()) / max(float(np.ptp(values)), 1.0)
        return Image.fromarray(values.astype(np.uint8)).convert("RGB")
    return picture.convert("RGB")


def _points(picture: Image.Image) -> tuple[float, float]:
    """The size in points by the picture's own dots an inch, or, where they make no page of it, as if it were as long as A4."""
    longest = max(picture.size)
    dots = picture.info.get("dpi", (0, 0))
    dots = float(dots[0]) if isinstance(dots, tuple) and dots and dots[0] else 0.0
    scale = POINTS / dots if dots > 0 and LIKELY[0] <= longest * POINTS / dots <= LIKELY[1] else A4_HEIGHT / longest
    return picture.width * scale, picture.height * scale
