"""Records: offsets, ids, evidence, what a person's titles and degrees are."""

from __future__ import annotations

from collections import Counter

import pytest

from minutes_miner.pipeline.lexis import LABELS

NEWS = (
    "WAJO – Bupati Wajo, Dr. Hj. Andi Nurhayati, S.E., M.Si., meminta Dinas Sosial Kabupaten Wajo mendata delapan LKSA paling lambat "
    "20 Maret 2025 pukul 09.00 WITA dengan biaya Rp 25 juta.\n“Kami butuh bantuan operasional,” kata Ketua Forum Panti Wajo, "
    "Darman Sitepu. Nurhayati berjanji membantu.\n"
)
MINUTES = (
    "NOTULEN RAPAT\nTanggal: 3 Maret 2025\n| No | Kegiatan | Penanggung Jawab | Batas Waktu |\n"
    "| 1 | Pendataan lansia | Bu Marlina | 20 Maret 2025 |\nTindak lanjut rapat sebelumnya:\n- Surat: sudah dikirim Pak Sutarno\n"
)


@pytest.fixture(params=[NEWS, MINUTES], ids=["news", "minutes"])
def analysis(request, mine):
    return mine(request.param)


def test_every_text_stands_at_its_offsets(analysis):
    for record in (*analysis.mentions, *analysis.statements, *analysis.items):
        assert 0 <= record.start < record.end <= len(analysis.text)
        assert analysis.text[record.start : record.end] == record.text
        assert record.text == record.text.strip()


def test_texts_of_deadlines_and_amounts_stand_in_the_document(analysis):
    for item in analysis.items:
        assert item.deadline is None or item.deadline.text in analysis.text
        assert item.amount is None or item.amount.text in analysis.text


def test_ids_are_the_same_in_every_run(analysis, mine):
    assert mine(analysis.text) == analysis


def test_ids_are_there_once_and_count_from_one(analysis):
    for letter, records in (("m", analysis.mentions), ("s", analysis.statements), ("t", analysis.items), ("p", analysis.people)):
        assert [record.id for record in records] == [f"{letter}{number}" for number in range(1, len(records) + 1)]


def test_every_reference_leads_to_a_record(analysis):
    mentions = {mention.id: mention for mention in analysis.mentions}
    entities = {one.id: one for group in (analysis.people, analysis.institutions, analysis.offices, analysis.regions) for one in group}
    statements = {said.id for said in analysis.statements}
    assert Counter(index for one in entities.values() for index in one.mentions) == Counter(
        mention.id for mention in analysis.mentions if mention.entity
    )
    for one in entities.values():
        assert all(mentions[index].entity == one.id for index in one.mentions)
    assert all(held.person in entities and held.office in entities for held in analysis.holders)
    assert all(said.speaker is None or said.speaker_name == entities[said.speaker].name for said in analysis.statements)
    for item in analysis.items:
        assert item.actor_entity is None or item.actor_entity in entities
        assert item.speaker_entity is None or item.speaker == entities[item.speaker_entity].name
        assert item.statement is None or item.statement in statements


def test_every_record_names_a_rule_of_the_model(analysis, miner):
    for record in (*analysis.mentions, *analysis.holders, *analysis.statements, *analysis.items):
        assert miner.pipeline.rulebook.rule(record.rule) is not None, record.rule


def test_every_record_says_where_it_stands(analysis):
    for record in (*analysis.mentions, *analysis.statements, *analysis.items):
        assert record.evidence is not None
        assert record.evidence.paragraph == analysis.text[: record.start].count("\n") + 1


def test_confidence_lies_between_nothing_and_one(analysis):
    assert analysis.items
    assert all(0 < item.confidence <= 1 for item in analysis.items)


def test_all_labels_are_found(mine):
    assert {mention.label for mention in mine(NEWS).mentions} == set(LABELS)


@pytest.mark.parametrize(
    ("text", "prefixes", "degrees"),
    [
        ("Dr. Hj. Andi Nurhayati, S.E., M.Si., hadir.", ("Dr.", "Hj."), ("S.E.", "M.Si.")),
        ("Bapak Darman Sitepu hadir.", ("Bapak",), ()),
        ("Hadir pula Rosmaida Hutapea, S,STP dalam rapat.", (), ("S.STP",)),
        ("Drs. H. Darman Sitepu dan Ir. Darman Sitepu hadir.", ("Drs.", "H.", "Ir."), ()),
    ],
)
def test_titles_and_degrees_of_a_person(mine, text, prefixes, degrees):
    (person,) = mine(text).people
    assert (person.prefixes, person.degrees) == (prefixes, degrees)


def test_an_office_knows_its_role_institution_and_region(mine):
    (office,) = mine("Kepala Dinas Sosial Kabupaten Toba hadir.").offices
    assert (office.role, office.institution, office.region) == ("Kepala Dinas Sosial", "i1", "Kabupaten Toba")


def test_an_institution_knows_its_kind_and_region(mine):
    (institution,) = mine("Dinas Sosial Kabupaten Toba hadir.").institutions
    assert institution.type
    assert institution.region == "Kabupaten Toba"


def test_a_region_out_of_the_document_where_the_name_has_none(mine):
    (institution,) = mine("TOBA – Warga menemui Dinas Sosial pagi itu.").institutions
    assert institution.region == "Toba"


def test_the_ids_of_a_text_come_from_its_bytes(mine):
    first, again, other = mine("Rapat dibuka."), mine("Rapat dibuka."), mine("Rapat ditutup.")
    assert first.document.id == again.document.id != other.document.id
    assert len(first.document.id) == 64


def test_an_empty_text_is_an_empty_analysis(mine):
    analysis = mine("")
    assert (analysis.text, analysis.mentions, analysis.items, analysis.document.kind) == ("", (), (), "other")
