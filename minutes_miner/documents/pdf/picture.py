"""A PDF page -> its picture, for the recogniser."""

from __future__ import annotations

import math
from contextlib import closing

import numpy as np
import pypdfium2

from minutes_miner.documents.scans.recogniser import PagePicture

DOTS = 200 / 72
MOST_PIXELS = 40_000_000


def drawn(page: pypdfium2.PdfPage, number: int) -> PagePicture:
    """The page drawn in grey at 200 dots an inch, fewer where it is so large that it would have more than 40 million dots."""
    width, height = page.get_size()
    scale = min(DOTS, math.sqrt(MOST_PIXELS / max(width * height, 1)))
    with closing(page.render(scale=scale, grayscale=True)) as bitmap:
        image = np.array(bitmap.to_numpy(), np.uint8)
    image = image[:, :, 0] if image.ndim == 3 else image
    return PagePicture(number=number, width=width, height=height, image=image)
