import pytest

from minutes_miner.outputs.naming import entity_names, file_names, institution_name, person_name
from minutes_miner.records import Institution, Person


@pytest.mark.parametrize(
    ("prefixes", "degrees", "name"),
    [
        ((), (), "Waris"),
        (("H.",), (), "H. Waris"),
        ((), ("S.STP.", "M.Si."), "Waris, S.STP., M.Si."),
        (("Dr.", "Hj."), ("M.Si.",), "Dr. Hj. Waris, M.Si."),
    ],
)
def test_person_name_has_titles_before_and_degrees_behind(prefixes, degrees, name):
    assert person_name(Person(id="p1", name="Waris", prefixes=prefixes, degrees=degrees)) == name


def test_institution_name_shows_the_abbreviation():
    assert institution_name(Institution(id="i1", name="Forum Panti\nSejahtera", abbreviation="FPS")) == "Forum Panti Sejahtera (FPS)"
    assert institution_name(Institution(id="i1", name="Komisi D DPRD")) == "Komisi D DPRD"


def test_entity_names_covers_every_kind_of_entity(minutes):
    assert entity_names(minutes) == {
        "p1": "Dr. Hj. Siti Aminah, M.Si.",
        "i1": "Dinas Sosial Kabupaten Sumberrejo (Dinsos)",
        "o1": "Kepala Dinas Sosial Kabupaten Sumberrejo",
        "r1": "Kabupaten Sumberrejo",
    }


def test_file_names_are_short_where_they_tell_the_sources_apart():
    assert file_names(["a/rapat.pdf", "b/rapat.pdf", r"c:\notulen\mei.docx", "baris-7", "folder/"]) == {
        "a/rapat.pdf": "a/rapat.pdf",
        "b/rapat.pdf": "b/rapat.pdf",
        r"c:\notulen\mei.docx": "mei.docx",
        "baris-7": "baris-7",
        "folder/": "folder",
    }
