"""Cells from drawn lines, beside those that pdfplumber finds in the same file."""

import io
import itertools
from collections.abc import Callable

import pdfplumber
import pypdfium2
import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import SimpleDocTemplate, Table, TableStyle

from minutes_miner.documents.pages.rules import Rule, Rules, rules_of, tables_in
from minutes_miner.documents.pdf.drawing import drawing_of
from minutes_miner.documents.pdf.frame import Frame
from minutes_miner.documents.pdf.rules import rules_on
from minutes_miner.records import Box

HEIGHT = A4[1]
XS, YS = (60, 90, 250, 330, 420), (100, 130, 160, 200, 225)
Draw = Callable[[Canvas], None]


def level(y: float, x0: float = 60, x1: float = 420) -> Rule:
    return Rule(y, x0, x1)


def upright(x: float, y0: float = 100, y1: float = 225) -> Rule:
    return Rule(x, y0, y1)


def cells(levels: list[Rule], uprights: list[Rule]) -> list[list[Box]]:
    return tables_in(rules_of(levels, uprights))


def drawn(draw: Draw, turn: int = 0) -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=1)
    canvas.setPageRotation(turn)
    draw(canvas)
    canvas.save()
    return target.getvalue()


def grid(canvas: Canvas, rule: Callable[[float, float, float, float], object], skip: tuple[tuple[int, int], ...] = ()) -> None:
    """Every side of every cell as a line of its own, but for the upright sides on the left of the cells in `skip`."""
    for y in YS:
        rule(XS[0], HEIGHT - y, XS[-1], HEIGHT - y)
    for row, (top, bottom) in enumerate(itertools.pairwise(YS)):
        for column, x in enumerate(XS):
            if (row, column) not in skip:
                rule(x, HEIGHT - bottom, x, HEIGHT - top)


def lines(canvas: Canvas) -> None:
    grid(canvas, canvas.line)


def merged_across(canvas: Canvas) -> None:
    grid(canvas, canvas.line, ((0, 2), (0, 3), (2, 1)))


def merged_down(canvas: Canvas) -> None:
    for x in XS:
        canvas.line(x, HEIGHT - YS[0], x, HEIGHT - YS[-1])
    for number, y in enumerate(YS):
        canvas.line(XS[1] if number in (1, 3) else XS[0], HEIGHT - y, XS[-1], HEIGHT - y)


def thin_boxes(canvas: Canvas) -> None:
    def rule(x0: float, y0: float, x1: float, y1: float) -> None:
        canvas.rect(x0 - 0.25, y0 - 0.25, x1 - x0 + 0.5, y1 - y0 + 0.5, stroke=0, fill=1)

    grid(canvas, rule)


def double(canvas: Canvas) -> None:
    lines(canvas)
    for y in (YS[0], YS[1], YS[-1]):
        canvas.line(XS[0], HEIGHT - y - 1.5, XS[-1], HEIGHT - y - 1.5)


def dashed(canvas: Canvas) -> None:
    def rule(x0: float, y0: float, x1: float, y1: float) -> None:
        steps = int(max(x1 - x0, y1 - y0) // 4)
        for step in range(steps + 1):
            x, y = x0 + (x1 - x0) * step / (steps + 1), y0 + (y1 - y0) * step / (steps + 1)
            canvas.line(x, y, min(x + 2.5, x1) if x1 > x0 else x, min(y + 2.5, y1) if y1 > y0 else y)

    grid(canvas, rule)


def backgrounds(canvas: Canvas) -> None:
    canvas.setFillColor(colors.lightgrey)
    canvas.rect(XS[0], HEIGHT - YS[1], XS[-1] - XS[0], YS[1] - YS[0], stroke=0, fill=1)
    lines(canvas)


def boxes(canvas: Canvas) -> None:
    for top, bottom in itertools.pairwise(YS):
        for left, right in itertools.pairwise(XS):
            canvas.rect(left, HEIGHT - bottom, right - left, bottom - top)


def in_a_form(canvas: Canvas) -> None:
    canvas.beginForm("tabel")
    lines(canvas)
    canvas.endForm()
    canvas.translate(30, -40)
    canvas.doForm("tabel")


def turned_within(canvas: Canvas) -> None:
    canvas.translate(500, 100)
    canvas.rotate(90)
    canvas.scale(0.5, 0.5)
    lines(canvas)


def two(canvas: Canvas) -> None:
    lines(canvas)
    canvas.translate(0, -300)
    merged_across(canvas)


def with_diagonal(canvas: Canvas) -> None:
    lines(canvas)
    canvas.line(XS[0], HEIGHT - YS[0], XS[1], HEIGHT - YS[1])
    canvas.circle(300, 300, 80)


def by_reportlab(canvas: Canvas) -> None:
    data = [
        ["No", "Uraian", "Pelaksana", ""],
        ["", "", "Dinas", "Desa"],
        *[[str(row), "Mendata", "Dinsos", "Sukamaju"] for row in range(9)],
    ]
    spans = [
        ("SPAN", (2, 0), (3, 0)),
        ("SPAN", (0, 0), (0, 1)),
        ("SPAN", (1, 0), (1, 1)),
        ("SPAN", (3, 3), (3, 6)),
        ("SPAN", (1, 4), (2, 4)),
    ]
    table = Table(data, colWidths=[30, 150, 90, 90], style=TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), *spans]))
    table.wrapOn(canvas, 500, 500)
    table.drawOn(canvas, 60, 400)


DRAWN = (
    lines,
    merged_across,
    merged_down,
    thin_boxes,
    double,
    dashed,
    backgrounds,
    boxes,
    in_a_form,
    turned_within,
    two,
    with_diagonal,
    by_reportlab,
)


def ours(data: bytes) -> list[Box]:
    page = pypdfium2.PdfDocument(data)[0]
    return sorted(cell for table in tables_in(rules_on(drawing_of(page), Frame(page))) for cell in table)


def theirs(data: bytes) -> list[Box]:
    with pdfplumber.open(io.BytesIO(data)) as document:
        return sorted(cell for table in document.pages[0].find_tables() for cell in table.cells)


@pytest.mark.parametrize("draw", DRAWN, ids=lambda draw: draw.__name__)
@pytest.mark.parametrize("turn", [0, 90])
def test_the_same_cells_as_pdfplumber(draw: Draw, turn: int) -> None:
    data = drawn(draw, turn)
    found, wanted = ours(data), theirs(data)
    assert wanted
    assert len(found) == len(wanted)
    for cell in wanted:
        assert any(cell == pytest.approx(other, abs=2.5) for other in found)


def test_a_table_of_platypus() -> None:
    target = io.BytesIO()
    style = TableStyle([("BOX", (0, 0), (-1, -1), 1, colors.black), ("INNERGRID", (0, 0), (-1, -1), 0.25, colors.grey)])
    SimpleDocTemplate(target, pagesize=A4, invariant=1).build([Table([["a", "b", "c"]] * 4, style=style)])
    assert len(ours(target.getvalue())) == len(theirs(target.getvalue())) == 12


def test_cells_of_a_grid_and_of_a_merged_one() -> None:
    full = [upright(60), upright(200), upright(420)]
    assert cells([level(100), level(130), level(225)], full) == [
        [(60, 100, 200, 130), (200, 100, 420, 130), (60, 130, 200, 225), (200, 130, 420, 225)]
    ]
    merged = cells([level(100), level(130), level(225)], [upright(60), upright(200, 130), upright(420)])
    assert merged == [[(60, 100, 420, 130), (60, 130, 200, 225), (200, 130, 420, 225)]]


def test_no_table() -> None:
    assert cells([level(100), level(225)], [upright(60), upright(420)]) == []  # a frame
    assert cells([level(100), level(130), level(160)], []) == []  # underlines
    assert cells([level(100), level(225)], [upright(60, 300, 400), upright(200, 300, 400), upright(420, 300, 400)]) == []  # that never meet


def test_lines_that_nearly_meet() -> None:
    gap = [level(100, 62, 199), level(100, 201, 418), level(224, 62, 418)]
    assert len(cells(gap, [upright(60), upright(200), upright(420)])[0]) == 2
    assert cells([level(100, 70, 190), level(224, 70, 190)], [upright(60), upright(200), upright(420)]) == []


def test_a_map_is_no_table() -> None:
    many = Rules([level(float(5 * y)) for y in range(300)], [upright(float(5 * x)) for x in range(300)])
    assert many.are_too_many
    assert tables_in(many) == []
