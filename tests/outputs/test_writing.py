import json

import docx
import openpyxl
import pytest

from minutes_miner.errors import TargetUnwritable, UnknownOutput
from minutes_miner.outputs.writing import OUTPUTS, check_target, write


def test_every_output_is_written_by_its_ending(results, issue, tmp_path):
    for suffix, _ in OUTPUTS:
        write(results, tmp_path / f"hasil{suffix}", [issue])
    assert openpyxl.load_workbook(tmp_path / "hasil.xlsx").sheetnames[2] == "Isu Berulang"
    assert (tmp_path / "hasil.csv").read_text(encoding="utf-8-sig").startswith('"No"')
    assert json.loads((tmp_path / "hasil.jsonl").read_text(encoding="utf-8").splitlines()[1])["document"]["error"]["code"] == "damaged"
    assert len(docx.Document(str(tmp_path / "hasil.docx")).tables) == 2
    assert len(list(tmp_path.iterdir())) == len(OUTPUTS)


def test_the_ending_may_be_in_capitals_and_the_labels_reach_the_file(results, tmp_path):
    write(results, str(tmp_path / "HASIL.CSV"), lang="en", topic_labels={"operational_aid": "Operational aid"})
    text = (tmp_path / "HASIL.CSV").read_text(encoding="utf-8-sig")
    assert '"Operational aid"' in text
    assert '"Deadline"' in text


@pytest.mark.parametrize("name", ["hasil.pdf", "hasil", ".csv", "hasil.xlsx.bak"])
def test_an_unknown_ending_is_refused_with_those_that_are_known(results, tmp_path, name):
    for refused_by in (check_target, lambda target: write(results, target)):
        with pytest.raises(UnknownOutput, match=r"\.xlsx, \.csv, \.jsonl, \.docx"):
            refused_by(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_target_is_checked_before_the_work(tmp_path):
    check_target(tmp_path / "hasil.xlsx")
    with pytest.raises(TargetUnwritable) as refused:
        check_target(tmp_path / "tidak-ada" / "hasil.xlsx")
    assert "foldernya tidak ada" in refused.value.sentence("id")
    assert refused.value.exit_code == 5
    assert list(tmp_path.iterdir()) == []


def test_a_writer_that_fails_leaves_the_old_file(results, minutes, tmp_path):
    target = tmp_path / "hasil.jsonl"
    target.write_text("lama")
    with pytest.raises(AttributeError):
        write([minutes, "bukan hasil"], target)  # type: ignore[list-item]
    assert target.read_text() == "lama"
    assert [path.name for path in tmp_path.iterdir()] == ["hasil.jsonl"]
