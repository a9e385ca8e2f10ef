"""`mine`: results on standard output or in a file, everything else on standard error, one exit code."""

import csv
import io
import json

import pytest

from minutes_miner.cli.main import run

MISSING = "hilang.txt: berkas atau folder tidak ditemukan. Periksa ejaan dan letaknya.\n"


def test_lines_are_one_object_a_document_in_input_order(library, capsys):
    assert run(["mine", "b.txt", "a.txt", "--format", "jsonl"]) == 0
    printed = capsys.readouterr()
    assert [json.loads(line)["document"]["source"] for line in printed.out.splitlines()] == ["b.txt", "a.txt"]
    assert printed.err == ""


def test_lines_go_out_while_the_batch_is_still_running(library, capsys):
    library.stop_after = 2
    assert run(["mine", "a.txt", "b.txt", "c.txt", "--format", "jsonl"]) == 130
    printed = capsys.readouterr()
    assert len(printed.out.splitlines()) == 2
    assert printed.err == "Dihentikan.\n"


def test_a_failed_document_is_named_on_standard_error_and_the_others_are_done(library, capsys):
    assert run(["mine", "a.txt", "hilang.txt", "b.txt", "--format", "jsonl"]) == 4
    printed = capsys.readouterr()
    lines = [json.loads(line) for line in printed.out.splitlines()]
    assert [line["document"]["source"] for line in lines] == ["a.txt", "hilang.txt", "b.txt"]
    assert lines[1]["document"]["error"]["code"] == "not_found"
    assert printed.err == f"{MISSING}Dokumen: 2 selesai, 1 gagal. Tindak lanjut: 4, 2 di antaranya kebutuhan.\n"


@pytest.mark.parametrize("form", ["table", "csv", "jsonl"])
def test_all_failed_is_exit_code_3(library, capsys, form):
    assert run(["mine", "hilang.txt", "--format", form]) == 3
    assert capsys.readouterr().err == MISSING


def test_the_table_is_the_default_and_holds_the_items(library, capsys):
    assert run(["mine", "a.txt"]) == 0
    printed = capsys.readouterr()
    assert "mendata LKSA" in printed.out
    assert "Kebutuhan" in printed.out
    assert printed.err == ""


def test_failures_are_told_once(library, capsys):
    assert run(["mine", "a.txt", "hilang.txt"]) == 4
    printed = capsys.readouterr()
    assert "hilang" not in printed.out
    assert printed.err.count("hilang.txt") == 1


def test_csv_on_standard_output(library, capsys):
    assert run(["mine", "a.txt", "--format", "csv", "--lang", "en"]) == 0
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    assert len(rows) == 3
    assert any("Bantuan operasional" in cell for cell in rows[1])


def test_to_a_file_leaves_standard_output_empty_and_closes_with_counts(library, capsys, tmp_path):
    target = tmp_path / "hasil.jsonl"
    assert run(["mine", "a.txt", "hilang.txt", "b.txt", "--to", str(target), "--jobs", "2", "--model", "kota"]) == 4
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == f"{MISSING}Dokumen: 2 selesai, 1 gagal. Tindak lanjut: 4, 2 di antaranya kebutuhan. Ditulis ke {target}.\n"
    assert len(target.read_text(encoding="utf-8").splitlines()) == 3
    assert library.calls == [{"paths": ["a.txt", "hilang.txt", "b.txt"], "model": "kota", "jobs": 2}]


@pytest.mark.parametrize(("paths", "issues"), [(["a.txt"], 0), (["a.txt", "b.txt"], 1), (["a.txt", "hilang.txt"], 0)])
def test_a_file_over_several_documents_gets_the_recurring_issues(library, monkeypatch, tmp_path, paths, issues):
    from minutes_miner.outputs import writing

    written = []
    monkeypatch.setattr(
        writing, "write", lambda results, target, issues, lang, labels: written.append((len(results), len(issues), lang, labels))
    )
    run(["mine", *paths, "--to", str(tmp_path / "hasil.xlsx"), "--lang", "en"])
    assert written == [(len(paths), issues, "en", {"operational_aid": "Bantuan operasional"})]


def test_nothing_is_written_when_every_document_failed(library, capsys, tmp_path):
    target = tmp_path / "hasil.csv"
    target.write_text("hasil kemarin", encoding="utf-8")
    assert run(["mine", "hilang.txt", "--to", str(target)]) == 3
    assert target.read_text(encoding="utf-8") == "hasil kemarin"
    assert capsys.readouterr().err == f"{MISSING}Dokumen: 0 selesai, 1 gagal. {target} tidak ditulis.\n"


@pytest.mark.parametrize(("name", "exit_code"), [("hasil.pdf", 2), ("tidak/ada/hasil.csv", 5)])
def test_a_target_that_cannot_be_is_refused_before_the_work(library, capsys, tmp_path, name, exit_code):
    assert run(["mine", "a.txt", "--to", str(tmp_path / name)]) == exit_code
    assert library.calls == []
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(f"{tmp_path / name}: ")
    assert printed.err.count("\n") == 1


@pytest.mark.parametrize(("form", "exit_code"), [("csv", 0), ("jsonl", 2), ("table", 2)])
def test_a_format_beside_a_file_must_fit_it(library, capsys, tmp_path, form, exit_code):
    assert run(["mine", "a.txt", "--to", str(tmp_path / "hasil.csv"), "--format", form]) == exit_code
    if exit_code:
        assert capsys.readouterr().err.startswith(f"--format: {form} tidak cocok dengan berkas ")


def test_odd_bytes_in_a_path_are_printed(library, capsys):
    for form in ("table", "csv", "jsonl"):
        assert run(["mine", "rapat\udcff.txt", "--format", form]) == 0
    assert run(["mine", "hilang\udcff\x1b[2J.txt"]) == 3
    assert capsys.readouterr().err.startswith("hilang\\xff\\x1b[2J.txt: ")
