"""The picture of a page: what is drawn where, and that words stay readable."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from minutes_miner.outputs.page_colours import COLOURS
from minutes_miner.outputs.page_marks import KINDS, Mark, in_lanes, marks_on
from minutes_miner.outputs.page_picture import draw
from minutes_miner.records import Analysis, Evidence, PageBoxes

WIDTH, HEIGHT = 595.0, 842.0
BOX = (72.0, 100.5, 300.0, 112.0)


def blank() -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (round(WIDTH * 2), round(HEIGHT * 2)), "white").save(target, "PNG")
    return target.getvalue()


def picture(analysis: Analysis, *, page: int = 1, kinds: tuple[str, ...] = tuple(KINDS), lang: str = "id") -> Image.Image:
    return Image.open(io.BytesIO(draw(blank(), WIDTH, HEIGHT, analysis=analysis, page=page, kinds=kinds, lang=lang))).convert("RGB")


def colours(image: Image.Image) -> set[tuple[int, ...]]:
    found = image.getcolors(image.width * image.height)
    assert found is not None
    return {colour for _, colour in found if isinstance(colour, tuple)}


@pytest.fixture
def placed(minutes: Analysis) -> Analysis:
    """The minutes with an item that goes on on the second page."""
    item = replace(minutes.items[0], evidence=Evidence(page=1, boxes=(BOX,), further=(PageBoxes(page=2, boxes=(BOX,)),)))
    return replace(minutes, items=(item, *minutes.items[1:]))


def test_marks_are_those_of_the_page_and_the_kinds(placed: Analysis) -> None:
    assert [(mark.kind, mark.id, mark.begins) for mark in marks_on(1, placed, KINDS)] == [
        ("offices", "m1", True),
        ("people", "m2", True),
        ("dates", "m3", True),
        ("items", "t1", True),
    ]
    assert [(mark.kind, mark.id, mark.begins) for mark in marks_on(2, placed, ["items", "money"])] == [
        ("money", "m4", True),
        ("items", "t1", False),
    ]
    assert marks_on(3, placed, KINDS) == []


def test_the_page_keeps_its_size_on_a_larger_sheet(placed: Analysis) -> None:
    image = picture(placed)
    assert image.width > WIDTH * 2
    assert image.height > HEIGHT * 2


def test_only_the_kinds_asked_for_have_their_colours(placed: Analysis) -> None:
    there = colours(picture(placed, kinds=("people",)))
    assert COLOURS["people"] in there
    assert not there & {COLOURS[kind] for kind in KINDS if kind not in ("people", "statements")}  # letters are grey, too
    assert {COLOURS[kind] for kind in KINDS} <= colours(picture(placed))


def test_words_under_a_box_stay_dark(placed: Analysis) -> None:
    target = io.BytesIO()
    Image.new("RGB", (round(WIDTH * 2), round(HEIGHT * 2)), "black").save(target, "PNG")
    drawn = draw(target.getvalue(), WIDTH, HEIGHT, analysis=placed, page=1, kinds=tuple(KINDS), lang="id")
    image = Image.open(io.BytesIO(drawn)).convert("L")
    scale = 2
    middle = image.width - round(0.34 * WIDTH * scale) - round((WIDTH - 186) * scale), image.height - round((HEIGHT - 106) * scale)
    assert image.getpixel(middle) < 110  # type: ignore[operator]


def test_both_languages_and_the_same_bytes_for_the_same_page(placed: Analysis) -> None:
    assert picture(placed, lang="id").tobytes() == picture(placed, lang="id").tobytes()
    assert picture(placed, lang="id").tobytes() != picture(placed, lang="en").tobytes()


def test_many_labels_on_a_line_are_counted(placed: Analysis) -> None:
    crowd = tuple(replace(placed.mentions[1], id=f"m{number}") for number in range(1, 40))
    image = picture(replace(placed, mentions=crowd))
    assert image.width < 2 * 2 * WIDTH


def test_every_kind_has_a_colour_of_its_own() -> None:
    assert len(set(COLOURS.values())) == len(KINDS) == len(COLOURS)


def test_marks_beside_each_other_have_lanes_of_their_own() -> None:
    def mark(id: str, top: float, bottom: float) -> Mark:
        return Mark("items", id, ((72.0, top, 300.0, bottom),))

    lanes = in_lanes([mark("t1", 100, 150), mark("t2", 120, 130), mark("t3", 131, 140), mark("t4", 133, 170), mark("t5", 160, 170)], 7.0)
    assert [(lane, each.id) for lane, each in lanes] == [(0, "t1"), (1, "t2"), (1, "t3"), (2, "t4"), (0, "t5")]
