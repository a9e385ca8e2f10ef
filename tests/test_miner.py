"""Many documents: their order, progress, processes, failures; plain texts; explanations."""

from __future__ import annotations

import json
import os
import re

import pytest

from minutes_miner.errors import InputError, ModelError
from minutes_miner.miner import Miner, mine_paths, mine_texts, shared_miner
from minutes_miner.records import Analysis, Failure

TEXTS = {
    "a.txt": "Bupati Wajo Andi Nurhayati berjanji memperbaiki panti.",
    "b.txt": "NOTULEN RAPAT\nTanggal: 3 Maret 2025\nKeputusan:\n1. Iuran kas lima ribu rupiah\n",
    "c.txt": "“Kami butuh dua pengasuh lagi,” kata Pak Darman.",
    "d.txt": "Dinas Sosial Kota Batam akan mendata panti paling lambat 20 Maret 2025.",
}


@pytest.fixture
def folder(tmp_path):
    """Four texts and a file without any, which stands between them."""
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "b-kosong.txt").write_text(" \n", encoding="utf-8")
    return tmp_path


def sources(results):
    return [(result.source if isinstance(result, Failure) else result.document.source).rsplit("/", 1)[-1] for result in results]


def test_results_come_in_the_order_of_the_input(folder):
    given = [folder / name for name in ("d.txt", "a.txt", "c.txt")]
    assert sources(mine_paths(given)) == ["d.txt", "a.txt", "c.txt"]


def test_a_failure_takes_the_place_of_its_document(folder):
    results = list(mine_paths([folder]))
    assert sources(results) == ["a.txt", "b-kosong.txt", "b.txt", "c.txt", "d.txt"]
    failure = results[1]
    assert isinstance(failure, Failure)
    assert (failure.code, failure.exit_code != 0, bool(failure.message)) == ("empty", True, True)
    assert all(isinstance(result, Analysis) for result in results if result is not failure)


def test_a_fault_of_ours_costs_one_document(folder, monkeypatch):
    analyse = Miner.mine

    def fails_on_one(self, document):
        if document.source.endswith("a.txt"):
            raise IndexError("list index out of range")
        return analyse(self, document)

    monkeypatch.setattr(Miner, "mine", fails_on_one)
    results = list(mine_paths([folder]))
    failed = [result for result in results if isinstance(result, Failure) and result.code == "fault"]
    assert [(result.source.endswith("a.txt"), result.exit_code) for result in failed] == [(True, 1)]
    assert "IndexError: list index out of range" in failed[0].sentence("en")
    assert any(isinstance(result, Analysis) for result in results)


def test_a_process_that_dies_costs_one_document(folder, monkeypatch):
    analyse = Miner.mine

    def dies_on_one(self, document):
        if document.source.endswith("c.txt"):
            os._exit(9)
        return analyse(self, document)

    monkeypatch.setattr(Miner, "mine", dies_on_one)
    results = list(mine_paths([folder], jobs=2))
    assert sources(results) == ["a.txt", "b-kosong.txt", "b.txt", "c.txt", "d.txt"]
    assert [result.code for result in results if isinstance(result, Failure)] == ["empty", "fault"]


def test_two_processes_give_what_one_gives(folder):
    assert list(mine_paths([folder], jobs=2)) == list(mine_paths([folder], jobs=1))


@pytest.mark.parametrize("jobs", [1, 2])
def test_progress_is_told_before_the_first_and_after_every_file(folder, jobs):
    calls = []
    results = list(mine_paths([folder], jobs=jobs, progress=lambda *call: calls.append(call)))
    assert [(done, of) for done, of, _ in calls] == [(number, 5) for number in range(6)]
    assert [name.rsplit("/", 1)[-1] for _, _, name in calls] == ["", *sources(results)]


def test_progress_of_a_file_is_told_when_its_results_are_out(folder):
    events = []
    results = mine_paths([folder / "a.txt", folder / "c.txt"], progress=lambda done, of, name: events.append(done))
    events.extend(sources([result])[0] for result in results)
    assert events == [0, "a.txt", 1, "c.txt", 2]


def test_a_file_of_several_texts_is_several_documents(tmp_path):
    lines = [{"id": "satu", "text": TEXTS["a.txt"]}, {"id": "dua", "text": TEXTS["c.txt"]}]
    (tmp_path / "x.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    calls = []
    results = list(mine_paths([tmp_path / "x.jsonl"], progress=lambda done, of, name: calls.append((done, of))))
    assert [result.document.id for result in results] == ["satu", "dua"]
    assert calls == [(0, 1), (1, 1)]


@pytest.mark.parametrize("name", ["tidak-ada.txt", "folder-kosong"])
def test_a_path_that_leads_nowhere(tmp_path, name):
    (tmp_path / "folder-kosong").mkdir()
    with pytest.raises(InputError):
        list(mine_paths([tmp_path / name]))


def test_a_model_that_is_not_there(tmp_path):
    with pytest.raises(ModelError):
        Miner(tmp_path)


def test_texts_keep_the_ids_that_they_are_given():
    texts = [TEXTS["a.txt"], {"id": "catatan-7", "text": TEXTS["c.txt"]}, {"text": TEXTS["a.txt"]}]
    first, second, third = mine_texts(texts)
    assert second.document.id == second.document.source == "catatan-7"
    assert first.document.id == third.document.id
    assert re.fullmatch(r"[0-9a-f]{64}", first.document.id)
    assert first == third


def test_a_text_with_a_broken_character_still_has_an_id():
    (analysis,) = mine_texts(["Rapat dibuka \ud800 pagi."])
    assert len(analysis.document.id) == 64


def test_texts_are_mined_one_by_one():
    def endless():
        while True:
            yield TEXTS["a.txt"]

    results = mine_texts(endless())
    assert next(results) == next(results)


def test_a_model_is_loaded_once():
    assert shared_miner() is shared_miner()


def test_labels_of_the_topics_are_those_of_the_model():
    assert "operational_aid" in shared_miner().topics.labels
