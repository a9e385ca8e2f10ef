"""What a Doc carries, also through a DocBin."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, DocBin

from minutes_miner.pipeline.carrier import FACTS, GROUPS

TEXT = (
    "Bupati Toba, Rosmaida Hutapea, meminta Dinas Sosial Kabupaten Toba mendata panti, Selasa (10/12/2024).\n"
    "“Kami siap mendata seluruh panti,” kata Kepala Dinas Sosial Kabupaten Toba, Darman Sitepu."
)


@pytest.fixture(scope="module")
def nlp(miner):
    return miner.pipeline.language()


@pytest.fixture(scope="module")
def doc(nlp):
    return nlp(TEXT)


def spans(doc, group):
    return [(span.text, span.label_, span.id_, span.kb_id_) for span in doc.spans[group]]


def test_entities_do_not_overlap_and_nested_mentions_are_in_the_group_only(doc):
    assert [(ent.text, ent.label_) for ent in doc.ents] == [
        ("Bupati Toba", "OFFICE"),
        ("Rosmaida Hutapea", "PERSON"),
        ("Dinas Sosial Kabupaten Toba", "INSTITUTION"),
        ("Selasa (10/12/2024)", "DATE"),
        ("Kepala Dinas Sosial Kabupaten Toba", "OFFICE"),
        ("Darman Sitepu", "PERSON"),
    ]
    assert ("Dinas Sosial Kabupaten Toba", "INSTITUTION") in [(span.text, span.label_) for span in doc.spans["mentions"]][5:]


def test_a_span_says_what_it_is_its_rule_and_its_entity(doc):
    assert spans(doc, "mentions")[1] == ("Rosmaida Hutapea", "PERSON", "person.office_before", "p1")
    assert spans(doc, "statements")[-1] == ("Kami siap mendata seluruh panti,", "DIRECT", "statement.quote_after", "p2")
    assert [(label, rule) for _, label, rule, _ in spans(doc, "items")] == [
        ("INSTRUCTION", "request.ask"),
        ("COMMITMENT", "commitment.promise"),
    ]


def test_the_facts_are_plain_values(doc):
    facts = doc._.minutes
    assert facts["kind"] == "news"
    assert facts["date"] == "2024-12-10"
    assert facts["entities"]["p1"] == "Rosmaida Hutapea"
    assert {"person": "p1", "office": "o1", "acting": False} in facts["holders"]


def test_spans_hold_the_text_of_the_records(doc, mine):
    analysis = mine(TEXT)
    for group, records in (("mentions", analysis.mentions), ("statements", analysis.statements), ("items", analysis.items)):
        assert [(span.start_char, span.end_char) for span in doc.spans[group]] == [(record.start, record.end) for record in records]


def test_everything_survives_a_docbin(nlp, doc):
    stored = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (again,) = DocBin().from_bytes(stored).get_docs(nlp.vocab)
    assert again.text == TEXT
    assert [(ent.text, ent.label_, ent.id_, ent.kb_id_) for ent in again.ents] == [
        (ent.text, ent.label_, ent.id_, ent.kb_id_) for ent in doc.ents
    ]
    for group in GROUPS:
        assert spans(again, group) == spans(doc, group)
    facts, before = again._.minutes, doc._.minutes
    assert (facts["kind"], facts["date"], facts["entities"]) == (before["kind"], before["date"], before["entities"])
    assert list(facts["holders"]) == list(before["holders"])  # a list comes back as a tuple


def test_an_empty_doc_has_empty_groups(nlp):
    doc = nlp("")
    assert [len(doc.spans[group]) for group in GROUPS] == [0, 0, 0]
    assert doc._.minutes["kind"] == "other"


def test_the_extension_is_set_only_once(nlp):
    nlp("Rapat dibuka.")
    nlp("Rapat ditutup.")
    assert Doc.has_extension(FACTS)
