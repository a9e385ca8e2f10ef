import json

import openpyxl
import pytest

from minutes_miner.cli.main import run

SAMPLES = [f"samples/minutes/flksa-wonosobo-{name}" for name in ("1-2024-07-18.txt", "4-2025-04-24.md", "5-2025-07-17.txt")]


def test_lines_say_from_where_to_where(capfd):
    assert run(["followup", *SAMPLES, "--forum", "flksa wonosobo", "--format", "jsonl"]) == 0
    lines = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert {"from", "to", "state", "as_of", "age_days"} <= lines[0].keys()
    taken_up = [line for line in lines if line["to"]]
    assert taken_up
    assert all(line["age_days"] > 0 and line["from"]["document"] != line["to"]["document"] for line in taken_up)


def test_a_forum_that_is_not_there(capfd):
    assert run(["followup", *SAMPLES, "--forum", "Karang Taruna"]) == 0
    assert capfd.readouterr().out == "Tidak ada tindak lanjut yang cocok.\n"


def test_the_matrix_as_a_workbook(tmp_path, capfd):
    target = tmp_path / "matriks.xlsx"
    assert run(["followup", *SAMPLES, "--state", "late", "--as-of", "2025-08-01", "--to", str(target)]) == 0
    sheet = openpyxl.load_workbook(target)["Matriks Berjalan"]
    head = {cell.value: cell.column for cell in sheet[1]}
    assert {sheet.cell(row, head["Keadaan"]).value for row in range(2, sheet.max_row + 1)} == {"Terlambat"}
    assert sheet.cell(2, head["Kode"]).value.count(":") == 3


@pytest.mark.parametrize("arguments", [["--as-of", "kemarin"], ["--state", "hilang"], ["--to", "a.pdf"]])
def test_wrong_usage_is_told_before_the_work(arguments, capfd):
    assert run(["followup", *SAMPLES, *arguments]) in (2, 5)
