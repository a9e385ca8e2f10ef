"""Which mentions mean the same person, institution, office or region."""

from __future__ import annotations

import pytest

from minutes_miner.pipeline.steps.entities import link_entities


def people(analysis):
    return {person.name: len(person.mentions) for person in analysis.people}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Any part of a name is the person, whatever the case.
        ("Bupati Wajo Andi Nurhayati hadir. Nurhayati pulang.", {"Andi Nurhayati": 2}),
        ("Bupati Wajo ANDI NURHAYATI hadir. Dr. Andi Nurhayati pulang.", {"Andi Nurhayati": 2}),
        # One letter misspelt in a long word is the same person, a short word is another.
        ("Bu Rosmaida Hutapea hadir. Bu Rosmaida Hutapia pulang.", {"Rosmaida Hutapea": 2}),
        ("Bu Rina Siregar hadir. Bu Rini Siregar pulang.", {"Rina Siregar": 1, "Rini Siregar": 1}),
        # Initials for the first names.
        ("Bu I Gusti Ayu Rai Laksmi hadir. Bu IGA Rai Laksmi pulang.", {"I Gusti Ayu Rai Laksmi": 2}),
        # Different names stay apart, also with a shared clan name.
        ("Bu Rosmaida Hutapea hadir. Pak Darman Hutapea pulang.", {"Rosmaida Hutapea": 1, "Darman Hutapea": 1}),
    ],
)
def test_people(mine, text, names):
    assert people(mine(text)) == names


def test_a_part_of_two_names_is_the_person_named_last(mine):
    analysis = mine("Bu Rosmaida Hutapea hadir. Pak Darman Hutapea hadir. Hutapea lalu pulang.")
    last = analysis.mentions[-1]
    assert last.text == "Hutapea"
    assert {person.id: person.name for person in analysis.people}[last.entity] == "Darman Hutapea"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dinas Sosial Kota Batam hadir. Dinas Sosial pulang.", ["Dinas Sosial Kota Batam"]),
        ("Dinas Sosial Kota Batam hadir. Dinsos pulang.", ["Dinas Sosial Kota Batam"]),
        ("Dinsos hadir. Dinas Sosial Kota Batam pulang.", ["Dinas Sosial Kota Batam"]),
        (
            "Dinas Sosial Kota Batam hadir. Dinas Sosial Kabupaten Ngawi pulang.",
            ["Dinas Sosial Kota Batam", "Dinas Sosial Kabupaten Ngawi"],
        ),
        ("Dinas Sosial Kota Batam hadir. Dinas Kesehatan pulang.", ["Dinas Sosial Kota Batam", "Dinas Kesehatan"]),
        # One agency by its fields, however they are shortened, joined and ordered.
        (
            "Dinas Sosial, Pengendalian Penduduk dan Keluarga Berencana Kabupaten Kebumen hadir. Dinas Sosial dan PPKB Kebumen pulang.",
            ["Dinas Sosial, Pengendalian Penduduk dan Keluarga Berencana Kabupaten Kebumen"],
        ),
        (
            "Dinas Pemberdayaan Masyarakat Desa dan Sosial Kab. Ngawi hadir. Dinsos PMD Ngawi pulang.",
            ["Dinas Pemberdayaan Masyarakat Desa dan Sosial Kab. Ngawi"],
        ),
        ("Dinsos P3A Kota Blitar hadir. Dinsos PMD Kota Blitar pulang.", ["Dinsos P3A Kota Blitar", "Dinsos PMD Kota Blitar"]),
    ],
)
def test_institutions(mine, text, names):
    assert [institution.name for institution in mine(text).institutions] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kepala Dinas Sosial Kota Batam hadir. Kadinsos pulang.", ["Kepala Dinas Sosial Kota Batam"]),
        ("Plt. Camat Paron hadir. Camat pulang.", ["Plt. Camat Paron"]),
        ("Bupati Wajo hadir. Wakil Bupati Wajo pulang.", ["Bupati Wajo", "Wakil Bupati Wajo"]),
        ("Camat Paron hadir. Camat Geneng pulang.", ["Camat Paron", "Camat Geneng"]),
    ],
)
def test_offices(mine, text, names):
    assert [office.name for office in mine(text).offices] == names


def test_regions_are_joined_only_by_the_same_words(mine):
    analysis = mine("Warga dari Kabupaten Madiun dan Kota Madiun hadir. Rombongan dari Kota Madiun pulang.")
    assert [(region.name, region.level, len(region.mentions)) for region in analysis.regions] == [
        ("Kabupaten Madiun", "regency", 1),
        ("Kota Madiun", "city", 2),
    ]


def test_ids_count_each_kind_in_order_of_the_text(work):
    sheet = work("Bu Rosmaida Hutapea dan Pak Darman Sitepu dari Kabupaten Ngawi hadir. Rosmaida pulang.").sheet
    entities = link_entities(sheet)
    assert {entity.id: entity.name for entity in entities.values()} == {
        "p1": "Rosmaida Hutapea",
        "p2": "Darman Sitepu",
        "r1": "Kabupaten Ngawi",
    }
    assert [mention.entity for mention in sheet.mentions] == ["p1", "p2", "r1", "p1"]


def test_an_entity_is_named_in_ordinary_letters_where_it_can_be(mine):
    analysis = mine("DINAS SOSIAL KOTA BATAM\nDinas Sosial Kota Batam mengundang warga pada pagi itu.")
    assert [institution.name for institution in analysis.institutions] == ["Dinas Sosial Kota Batam"]
