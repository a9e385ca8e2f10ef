import io
import json
from dataclasses import replace

from minutes_miner.outputs import jsonl
from minutes_miner.outputs.report import Report
from minutes_miner.records import Evidence, PageBoxes

CONTRACT = {
    "document": "id source media_type kind title date place event time venue chair secretary attendees language pages warnings",
    "mentions": "id label start end text value entity rule evidence",
    "people": "id name prefixes degrees mentions",
    "institutions": "id name abbreviation type region mentions",
    "offices": "id name role institution region mentions",
    "regions": "id name level code mentions",
    "holders": "person office acting start end rule evidence",
    "statements": "id start end text direct speaker speaker_name cue rule evidence",
    "items": "id kind start end text action actor actor_entity speaker speaker_entity"
    " deadline amount topic status statement confidence rule evidence also",
}


def test_keys_stand_in_the_order_of_the_contract(minutes):
    record = jsonl.to_json(minutes)
    assert list(record) == ["document", "text", *list(CONTRACT)[1:]]
    for name, keys in CONTRACT.items():
        part = record[name] if name == "document" else record[name][0]
        assert list(part) == keys.split(), name


def test_values_are_what_json_knows_and_come_back(minutes):
    record = jsonl.to_json(minutes)
    assert json.loads(json.dumps(record)) == record
    assert record["document"]["attendees"] == ["Pengurus panti", "Dinas Sosial"]
    assert record["document"]["warnings"][0] == {"code": "column_guess", "message": "susunan kolom diduga dari letak kata", "page": 2}
    assert record["mentions"][0]["evidence"] == {"page": 1, "boxes": [[72.0, 100.5, 300.0, 112.0]]}
    assert record["mentions"][0]["value"] is None
    assert record["mentions"][2]["value"] == {"start": "2024-12-20", "end": "2024-12-20"}
    need = record["items"][1]
    assert need["deadline"] == {"text": "sebelum Lebaran", "start": None, "end": None}
    assert need["evidence"] == {"table": 1, "row": 3, "cell": 2}
    assert record["items"][0]["amount"] is None


def test_whole_rupiah_have_no_decimals_and_shares_keep_theirs(minutes):
    share = replace(minutes.mentions[3], value={"value": 12.5, "unit": "persen"})
    text = jsonl.line(replace(minutes, mentions=(minutes.mentions[3], share)))
    assert '"amount":{"text":"Rp 25.000.000","value":25000000,"currency":"IDR"}' in text
    assert '"value":{"value":25000000,"currency":"IDR"}' in text
    assert '"value":{"value":12.5,"unit":"persen"}' in text


def test_evidence_of_each_form():
    assert jsonl.evidence_to_json(Evidence(paragraph=4)) == {"paragraph": 4}
    assert jsonl.evidence_to_json(Evidence(paragraph=4, line=7)) == {"paragraph": 4, "line": 7}
    box = (72.0, 100.5, 300.0, 112.0)
    further = (PageBoxes(page=3, boxes=(box,)),)
    assert jsonl.evidence_to_json(Evidence(page=2, boxes=(box,), further=further, table=1, row=2, cell=3, confidence=0.71)) == {
        "page": 2,
        "boxes": [list(box)],
        "further": [{"page": 3, "boxes": [list(box)]}],
        "table": 1,
        "row": 2,
        "cell": 3,
        "confidence": 0.71,
    }
    assert jsonl.evidence_to_json(Evidence()) is None
    assert jsonl.evidence_to_json(None) is None


def test_offsets_point_into_the_text_that_is_written(minutes):
    record = json.loads(jsonl.line(minutes))
    for found in (*record["mentions"], *record["statements"], *record["items"]):
        assert record["text"][found["start"] : found["end"]] == found["text"]


def test_a_failure_is_a_line_of_the_same_form_with_its_error(minutes, failure):
    record, failed = jsonl.to_json(minutes), json.loads(jsonl.line(failure))
    assert list(failed) == list(record)
    assert list(failed["document"]) == [*record["document"], "error"]
    assert failed["document"]["id"] is None
    assert failed["document"]["source"] == "rapat/rusak.pdf"
    assert failed["document"]["error"] == {"code": "damaged", "message": failure.message}
    assert failed["text"] == ""
    assert failed["items"] == []


def test_no_character_breaks_the_lines_or_moves_an_offset(minutes):
    odd = "a\ud800b\u2028c\x85d\ne陈😀"
    text = jsonl.line(replace(minutes, text=odd))
    assert len(text.splitlines()) == 1
    assert "陈😀" in text
    assert json.loads(text.encode())["text"] == odd.replace("\ud800", "\ufffd")


def test_write_gives_a_line_a_document_in_input_order(results):
    stream = io.BytesIO()
    jsonl.write(Report(results=results), stream)
    written = stream.getvalue().decode()
    assert written.endswith("\n")
    assert [json.loads(text)["document"]["source"] for text in written.splitlines()] == [
        "rapat/2024/notulen-desember.pdf",
        "rapat/rusak.pdf",
        "berita/kabar.txt",
    ]
