import json

import pytest

from minutes_miner.documents.batch import read_batch, read_single
from minutes_miner.errors import BadLine, SeveralTexts, SourceEmpty
from minutes_miner.records import Document, Failure


def lines(*entries: object) -> bytes:
    return "\n".join(entry if isinstance(entry, str) else json.dumps(entry) for entry in entries).encode()


def test_each_line_is_a_document_under_its_own_id() -> None:
    data = lines({"id": "berita-1", "text": "Rapat dibuka.\nSelesai."}, "", {"id": 7, "text": "Dua"})
    first, second = read_batch(data, id="x", source="berita.jsonl")
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.id, first.source, first.text) == ("berita-1", "berita-1", "Rapat dibuka.\nSelesai.")
    assert second.id == "7"


@pytest.mark.parametrize("bad", ["{", "[1]", {"text": "a"}, {"id": "a"}, {"id": "a", "text": 3}, {"id": "", "text": "a"}, "[" * 100_000])
def test_a_bad_line_is_a_failure_and_the_others_go_on(bad: object) -> None:
    results = list(read_batch(lines({"id": "a", "text": "A"}, bad, {"id": "c", "text": "C"}), id="x", source="b.jsonl"))
    failure = results[1]
    assert isinstance(failure, Failure)
    assert failure.source == "b.jsonl:2"
    assert failure.code == "bad_line"
    assert "b.jsonl:2" in failure.message
    assert [getattr(result, "id", None) for result in results] == ["a", None, "c"]


def test_half_a_surrogate_pair_is_replaced() -> None:
    (document,) = read_batch(rb'{"id": "a", "text": "x \ud83d y \ud83d\ude00"}', id="x", source="b.jsonl")
    assert isinstance(document, Document)
    assert document.text == "x \ufffd y \U0001f600"


def test_a_single_line_can_be_read_as_one_document() -> None:
    assert read_single(lines({"id": "a", "text": "A"}), id="x", source="b.jsonl").text == "A"
    with pytest.raises(SeveralTexts, match="2"):
        read_single(lines({"id": "a", "text": "A"}, {"id": "b", "text": "B"}), id="x", source="b.jsonl")
    with pytest.raises(BadLine):
        read_single(b"Rapat dibuka.", id="x", source="b.jsonl")


def test_a_batch_without_lines_is_empty() -> None:
    with pytest.raises(SourceEmpty):
        list(read_batch(b"\n \n", id="x", source="b.jsonl"))
    with pytest.raises(SourceEmpty):
        read_single(b"\n", id="x", source="b.jsonl")
