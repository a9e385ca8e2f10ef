"""The library as a researcher meets it: seven functions, and a spaCy pipeline that is useful by itself."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import DocBin

import minutes_miner
from minutes_miner.documents.settings import Settings
from minutes_miner.errors import ModelError, NoTextLayer, SourceNotFound
from minutes_miner.records import Analysis, Document, Failure

HEAVY = ("spacy", "numpy", "scipy", "pandas", "sklearn", "openpyxl", "typer", "rich", "docx", "pikepdf", "pypdfium2", "yaml", "lxml")
TEXT = """NOTULEN RAPAT KOORDINASI
Hari/Tanggal : Kamis, 18 Juli 2024

Kepala Dinas Sosial Kabupaten Ngawi, Dra. Sri Lestari, M.Si., mengatakan data panti sudah lengkap.
Ketua forum, Budi Santoso, meminta bantuan operasional untuk 12 panti.
Dinas Sosial Kabupaten Ngawi akan menyalurkan bantuan sebesar Rp 45.000.000 paling lambat 20 Agustus 2024.
"""


@pytest.fixture(scope="module")
def nlp() -> Language:
    return minutes_miner.load()


@pytest.fixture(scope="module")
def year(samples: Path) -> list[Analysis]:
    """The meetings of one forum."""
    return [minutes_miner.mine(path) for path in sorted(samples.glob("minutes/flksa-*"))]


def test_import_loads_nothing_heavy() -> None:
    code = f"import sys, minutes_miner; loaded = sorted(set({HEAVY!r}) & set(sys.modules)); sys.exit(str(loaded) if loaded else 0)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_public_name_is_there_and_says_what_it_gives() -> None:
    for name in set(minutes_miner.__all__) - {"__version__"}:
        assert (getattr(minutes_miner, name).__doc__ or "").strip(), name


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'minutes_miner' has no attribute 'mien'"):
        _ = minutes_miner.mien  # type: ignore[attr-defined]


def test_read_gives_the_text_and_its_blocks(samples: Path) -> None:
    document = minutes_miner.read(samples / "minutes" / "flksa-wonosobo-3-2025-01-23.pdf")
    assert isinstance(document, Document)
    assert document.pages == 2
    assert document.tables
    assert {block.evidence.page for block in document.blocks if block.evidence} == {1, 2}


def test_mine_gives_records_whose_offsets_are_their_text(samples: Path) -> None:
    found = minutes_miner.mine(samples / "minutes" / "rakor-banjir-lamongan.docx")
    assert found.document.kind == "minutes"
    assert found.document.date == "2025-01-14"
    records = (*found.mentions, *found.statements, *found.items)
    assert {type(record).__name__ for record in records} == {"Mention", "Statement", "Item"}
    assert all(found.text[record.start : record.end] == record.text for record in records)
    assert all(record.rule for record in (*records, *found.holders))


def test_mine_takes_a_path_as_text(samples: Path) -> None:
    path = samples / "news" / "banjir-wajo.txt"
    assert minutes_miner.mine(str(path)) == minutes_miner.mine(path)


def test_what_cannot_be_mined_is_an_error_that_says_why(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFound):
        minutes_miner.mine(tmp_path / "hilang.pdf")
    with pytest.raises(NoTextLayer):
        minutes_miner.mine(Path(__file__).parent / "damaged" / "no-text-layer.pdf", settings=Settings(ocr="off"))
    with pytest.raises(ModelError):
        minutes_miner.load(tmp_path)


def test_mine_texts_takes_texts_and_keeps_ids() -> None:
    bare, named = minutes_miner.mine_texts([TEXT, {"id": "rapat-7", "text": TEXT}])
    assert named.document.id == named.document.source == "rapat-7"
    assert len(bare.document.id) == 64
    assert bare.items == named.items


def test_mine_texts_works_while_it_is_asked() -> None:
    def endless():
        while True:
            yield TEXT

    assert next(minutes_miner.mine_texts(endless())).items


def test_a_text_without_anything_has_no_records() -> None:
    (found,) = minutes_miner.mine_texts(["x"])
    assert (found.mentions, found.statements, found.items) == ((), (), ())


def test_the_spacy_pipeline_sets_entities_and_span_groups(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert {ent.label_ for ent in doc.ents} >= {"PERSON", "OFFICE", "INSTITUTION", "DATE", "MONEY"}
    assert all(ent.id_ for ent in doc.ents)
    assert {ent.text: ent.kb_id_ for ent in doc.ents if ent.label_ == "PERSON"}["Budi Santoso"].startswith("p")
    for name, labels in (
        ("mentions", {"PERSON", "OFFICE"}),
        ("statements", {"INDIRECT"}),
        ("items", {"COMMITMENT"}),
    ):
        group = doc.spans[name]
        assert len(group)
        assert {span.label_ for span in group} >= labels
        assert all(span.id_ for span in group)
    (commitment,) = [span for span in doc.spans["items"] if span.label_ == "COMMITMENT"]
    assert doc._.minutes["entities"][commitment.kb_id_] == "Dinas Sosial Kabupaten Ngawi"


def test_the_doc_tells_who_holds_what(nlp: Language) -> None:
    facts = nlp(TEXT)._.minutes
    assert (facts["kind"], facts["date"]) == ("minutes", "2024-07-18")
    named = {facts["entities"][holder["person"]]: facts["entities"][holder["office"]] for holder in facts["holders"]}
    assert named["Sri Lestari"] == "Kepala Dinas Sosial Kabupaten Ngawi"


def test_the_doc_says_what_the_records_say(nlp: Language) -> None:
    doc = nlp(TEXT)
    (found,) = minutes_miner.mine_texts([TEXT])
    spans = {(span.start_char, span.end_char, span.label_, span.id_) for span in doc.spans["mentions"]}
    assert spans == {(mention.start, mention.end, mention.label, mention.rule) for mention in found.mentions}
    items = [(span.start_char, span.end_char, span.label_.lower(), span.id_) for span in doc.spans["items"]]
    assert items == [(item.start, item.end, item.kind, item.rule) for item in found.items]


def test_docs_go_through_pipe_and_disk(nlp: Language, tmp_path: Path) -> None:
    docs = list(nlp.pipe([TEXT, "Rapat dibuka oleh Bupati Ngawi."]))
    DocBin(docs=docs, store_user_data=True).to_disk(tmp_path / "rapat.spacy")
    first, second = DocBin().from_disk(tmp_path / "rapat.spacy").get_docs(spacy.blank("xx").vocab)
    assert json.dumps(first._.minutes) == json.dumps(docs[0]._.minutes)  # lists come back as tuples
    assert [_told(ent) for ent in first.ents] == [_told(ent) for ent in docs[0].ents]
    assert [_told(span) for span in first.spans["items"]] == [_told(span) for span in docs[0].spans["items"]]
    assert [ent.label_ for ent in second.ents] == [ent.label_ for ent in docs[1].ents]


def _told(span) -> tuple[str, str, str, str]:
    return span.text, span.label_, span.id_, span.kb_id_


def test_a_need_that_comes_back_is_one_issue(year: list[Analysis]) -> None:
    issues = {issue.issue: issue for issue in minutes_miner.find_issues(year)}
    aid = issues["operational_aid"]
    assert aid.label == "Bantuan operasional lembaga"
    assert aid.meetings >= 3
    assert aid.first_seen == "2024-07-18"
    texts = {found.document.id: found.text for found in year}
    assert all(texts[member.document][member.start : member.end] == member.text for member in aid.members)


def test_failures_are_passed_over(year: list[Analysis]) -> None:
    failure = Failure(source="x.pdf", code="damaged", message="x.pdf: rusak", exit_code=3)
    assert minutes_miner.find_issues([failure, *year]) == minutes_miner.find_issues(year)
    assert minutes_miner.find_issues([failure]) == []


def test_frames_have_a_row_for_each_record(year: list[Analysis]) -> None:
    made = minutes_miner.frames(year)
    assert set(made) == {"documents", "mentions", "people", "institutions", "offices", "regions", "holders", "statements", "items"}
    assert len(made["documents"]) == len(year)
    assert len(made["items"]) == sum(len(found.items) for found in year)
    assert made["items"]["deadline_end"].dtype.kind == "M"


def test_write_makes_the_file_that_the_ending_names(year: list[Analysis], tmp_path: Path) -> None:
    for ending in (".xlsx", ".csv", ".jsonl", ".docx"):
        minutes_miner.write(year, tmp_path / f"hasil{ending}", issues=minutes_miner.find_issues(year))
    assert {path.suffix for path in tmp_path.iterdir()} == {".xlsx", ".csv", ".jsonl", ".docx"}
    assert all(path.stat().st_size > 1000 for path in tmp_path.iterdir())
