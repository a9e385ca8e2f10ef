"""Issues as a page, a picture, a workbook, frames and lines: readable, harmless, and the same for the same issues."""

import dataclasses
import io
import re

import openpyxl
import pytest
from PIL import Image

from minutes_miner.errors import UnknownOutput
from minutes_miner.outputs.issue_files import ISSUE_OUTPUTS, write_issues
from minutes_miner.outputs.issue_frames import issue_frames
from minutes_miner.outputs.issue_times import BLOCKS, Axis, answered, axis_of, raised, sparkline
from minutes_miner.records import Issue, IssueAnswer, IssueMember, IssueStrand


def raised_on(*days, text="Panti kekurangan beras", **facts):
    members = tuple(
        IssueMember(document=f"d{at}", source=f"rapat {at}.docx", start=0, end=9, page=1, text=text, date=day, region="Kabupaten Ngawi")
        for at, day in enumerate(days)
    )
    known = [day for day in days if day]
    issue = Issue(
        issue="food_aid",
        label="Bantuan permakanan",
        topic="food_aid",
        terms=("beras",),
        members=members,
        meetings=len(members),
        first_seen=min(known, default=None),
        last_seen=max(known, default=None),
        regions=("Kabupaten Ngawi",),
        sentences=members[:1],
        strands=(IssueStrand(label="Beras", mentions=2, meetings=2, first_seen=None, last_seen=None),),
    )
    return dataclasses.replace(issue, **facts)


ANSWER = IssueAnswer(
    document="x", source="x.docx", start=0, end=9, page=None, kind="commitment", text="Dinas akan mengirim beras", date="2024-05-01"
)


def written(issues, name, tmp_path, **more):
    write_issues(issues, tmp_path / name, **more)
    return (tmp_path / name).read_bytes()


def test_steps_grow_with_the_time():
    assert axis_of([raised_on("2024-01-05", "2024-12-01")]) == Axis(1, 2024 * 12, 12)
    assert axis_of([raised_on("2017-02-05", "2024-12-01")]) == Axis(3, 2017 * 12, 32)
    assert axis_of([raised_on("1990-02-05", "2024-12-01")]) == Axis(12, 1990 * 12, 35)
    assert axis_of([raised_on(None)]) is None


def test_meetings_and_answers_are_counted_by_step():
    issue = raised_on("2024-01-05", "2024-01-09", None, "2024-04-01", answers=(ANSWER,))
    axis = axis_of([issue])
    assert raised(issue, axis) == [2, 0, 0, 1, 0]
    assert answered(issue, axis) == [0, 0, 0, 0, 1]


def test_a_sparkline_shows_gaps_and_the_least():
    assert sparkline([0, 1, 1000]) == BLOCKS[0] + BLOCKS[1] + BLOCKS[-1]
    assert sparkline([0, 0]) == BLOCKS[0] * 2
    assert sparkline([]) == ""


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_page_needs_nothing_from_outside_and_escapes_what_it_shows(tmp_path, lang):
    evil = raised_on("2024-01-05", text='<script>alert(1)</script> & "kutip"', label="<b>Isu</b>", answers=(ANSWER,) * 6)
    page = written([evil], "isu.html", tmp_path, lang=lang).decode()
    assert "<script" not in page
    assert "<b>" not in page
    assert "&lt;script&gt;" in page
    assert not re.search(r"(src|href)=|@import|url\(", page)
    assert ("Bantuan" in page) is False
    assert ("Tanggapan" in page) == (lang == "id")


def test_a_page_without_issues_says_so(tmp_path):
    assert "Tidak ditemukan isu berulang." in written([], "isu.html", tmp_path).decode()
    assert "<svg" not in written([raised_on(None)], "isu.html", tmp_path).decode()


def test_the_picture_has_a_row_for_each_issue(tmp_path):
    few = Image.open(io.BytesIO(written([raised_on("2024-01-05")], "a.png", tmp_path)))
    many = Image.open(io.BytesIO(written([raised_on("2024-01-05", answers=(ANSWER,))] * 40, "b.png", tmp_path)))
    assert many.width == few.width
    assert many.height > 10 * few.height / 2
    assert written([raised_on(None)], "c.png", tmp_path).startswith(b"\x89PNG")
    assert written([], "d.png", tmp_path).startswith(b"\x89PNG")


def test_the_workbook_of_an_archive_holds_issues_time_line_and_needs(tmp_path):
    book = openpyxl.load_workbook(io.BytesIO(written([raised_on("2024-01-05", "2024-03-01")], "isu.xlsx", tmp_path)))
    assert book.sheetnames == ["Isu Berulang", "Linimasa", "Kebutuhan per Isu"]
    assert [cell.value for cell in book["Linimasa"][2]] == [1, "Bantuan permakanan", 2, 1, None, 1]
    assert book["Kebutuhan per Isu"].max_row == 3
    assert openpyxl.load_workbook(io.BytesIO(written([], "isu.xlsx", tmp_path))).sheetnames == ["Isu Berulang"]


@pytest.mark.parametrize("suffix", [suffix for suffix, _ in ISSUE_OUTPUTS])
def test_the_same_issues_give_the_same_bytes(tmp_path, suffix):
    issues = [raised_on("2024-01-05", answers=(ANSWER,))]
    assert written(issues, f"a{suffix}", tmp_path) == written(issues, f"b{suffix}", tmp_path)


def test_another_ending_is_refused(tmp_path):
    with pytest.raises(UnknownOutput):
        write_issues([], tmp_path / "isu.csv")


def test_frames_have_their_types_with_and_without_rows():
    full, bare = issue_frames([raised_on("2024-01-05", "2024-03-01", answers=(ANSWER,))]), issue_frames([])
    assert full["timeline"]["food_aid"].tolist() == [1, 0, 1, 0, 0]
    assert (len(full["needs"]), len(full["answers"])) == (2, 1)
    for name in ("issues", "needs", "answers"):
        assert full[name].dtypes.to_dict() == bare[name].dtypes.to_dict()
