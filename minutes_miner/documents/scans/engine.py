"""The recogniser of printed text: where lines stand on an image, and what a line says.

The models (PP-OCRv6, small) come with the `rapidocr` package and know the Latin letters of Indonesian, so that `pip` alone brings all that
scans need and nothing is fetched. `benchmarks/RESULTS.md` says how right pages are read with them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from threading import Lock
from typing import Any

import numpy as np
from rapidocr import RapidOCR

from minutes_miner.documents.scans.image import Image, Quads
from minutes_miner.errors import RecogniserMissing

DETECTOR = "PP-OCRv6_det_small.onnx"
RECOGNISER = "PP-OCRv6_rec_small.onnx"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of a line: `at` is where its middle stands along the line (0 to 1), `confidence` from 0 to 1."""

    text: str
    at: float
    confidence: float


# The detector takes 300 MiB for a page and a sixth of its time, so that pages that are recognised side by side take turns with it.
_one_at_a_time = Lock()


def lines_on(image: Image) -> Quads:
    """The lines of text on a colour image of shape (height, width, 3)."""
    with _one_at_a_time:
        found: Any = _detector()(image)
    return np.zeros((0, 4, 2), np.float32) if found.boxes is None else np.asarray(found.boxes, np.float32)


def letters_in(line: Image) -> list[Letter]:
    """The letters on the image of one line, from the left; blanks are letters too."""
    found: Any = _recogniser()(line)
    if not found.txts or not found.txts[0]:
        return []
    info = found.word_results[0]
    places = [place for word in info.word_cols for place in word]
    text = found.txts[0]
    if len(places) != sum(not letter.isspace() for letter in text):
        places = list(np.linspace(0, info.line_txt_len, len(text) + 2)[1:-1])
    return list(_placed(text, places, info.confs, info.line_txt_len))


def _placed(text: str, places: list[float], confidences: list[float], length: float) -> Iterator[Letter]:
    """The letters with their places; the engine gives none to blanks, which stand between their neighbours."""
    following = iter(places)
    last = 0.0
    for letter, confidence in zip(text, confidences, strict=True):
        if not letter.isspace():
            last = (next(following, last * length - 0.5) + 0.5) / length
        yield Letter(letter, min(last, 1.0), float(confidence))


@lru_cache(maxsize=1)
def _detector() -> RapidOCR:
    return RapidOCR(params={**_engine(), "Global.use_det": True, "Global.use_rec": False, "Det.model_path": _model(DETECTOR)})


@lru_cache(maxsize=1)
def _recogniser() -> RapidOCR:
    return RapidOCR(
        params={
            **_engine(),
            "Global.use_det": False,
            "Global.use_rec": True,
            "Global.return_word_box": True,
            "Rec.model_path": _model(RECOGNISER),
        }
    )


def _engine() -> dict[str, Any]:
    """One thread each: pages are recognised side by side. Lines are not turned one by one, as a page stands one way."""
    return {
        "Global.log_level": "critical",
        "Global.use_cls": False,
        "Global.max_side_len": 4096,
        "EngineConfig.onnxruntime.intra_op_num_threads": 1,
        "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    }


def _model(name: str) -> str:
    """A model of the package; the engine would fetch one that is missing from the network."""
    path = files("rapidocr") / "models" / name
    if not path.is_file():
        raise RecogniserMissing(str(path))
    return str(path)
