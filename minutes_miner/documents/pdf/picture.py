"""A PDF page -> its picture."""

from __future__ import annotations

import math
from contextlib import closing

import numpy as np
import pypdfium2

from minutes_miner.documents.scans.recogniser import PagePicture

MOST_PIXELS = 40_000_000
POINTS = 72


def drawn(page: pypdfium2.PdfPage, number: int, *, dots: int, grey: bool) -> PagePicture:
    """The page drawn with so many dots an inch, fewer where it is so large that it would have more than 40 million."""
    width, height = page.get_size()
    scale = min(dots / POINTS, math.sqrt(MOST_PIXELS / max(width * height, 1)))
    with closing(page.render(scale=scale, grayscale=grey, rev_byteorder=True)) as bitmap:
        image = np.array(bitmap.to_numpy(), np.uint8)
    if grey or image.ndim == 2:
        image = image.reshape(image.shape[:2])
    return PagePicture(number=number, width=width, height=height, image=image[..., :3] if image.ndim == 3 else image)
