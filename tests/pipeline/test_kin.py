"""Entities by the words of their names: whom a shorter or misspelt name means."""

from __future__ import annotations

import pytest

from minutes_miner.pipeline.steps.bodies import Bodies
from minutes_miner.pipeline.steps.kin import Entity, Kin
from minutes_miner.spelling import FEW, Spellings, one_apart


def kin(label, *names):
    """Entities with one mention each, at 10, 20, 30, ..."""
    found = Kin(label)
    for number, words in enumerate(names, 1):
        entity = Entity(words, label, words, tuple(words.split()))
        found.add(entity)
        found.mention(entity, number * 10)
    return found


def home(found, words, index):
    entity = found.home(tuple(words.split()), index)
    return entity.name if entity is not None else None


PEOPLE = ("marlina siregar batubara", "budi santoso wijaya", "budi hartono", "leonardus bala", "i gusti ayu rai sukreni")


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("marlina", "marlina siregar batubara"),
        ("siregar marlina", "marlina siregar batubara"),
        ("marlina batubara", "marlina siregar batubara"),
        ("budi wijaya santoso", "budi santoso wijaya"),
        ("budi hartomo", "budi hartono"),
        ("leo", "leonardus bala"),
        ("leonardos", "leonardus bala"),
        ("iga rai sukreni", "i gusti ayu rai sukreni"),
        ("le", None),
        ("budi siregar", None),
        ("marlina santoso wijaya", None),
        ("hartomo budi", None),
        ("iga rai wijaya", None),
    ],
)
def test_a_person_by_part_spelling_or_initials(words, meant):
    assert home(kin("PERSON", *PEOPLE), words, 99) == meant


@pytest.mark.parametrize(("index", "meant"), [(25, "budi santoso wijaya"), (35, "budi hartono"), (5, "budi santoso wijaya")])
def test_of_several_the_one_counts_that_was_mentioned_last_else_the_oldest(index, meant):
    assert home(kin("PERSON", *PEOPLE), "budi", index) == meant


def test_bodies_begin_alike_and_posts_with_two_words():
    bodies = kin("INSTITUTION", "dinas sosial kota batam", "dinas kesehatan kota batam", "yayasan kasih ibu")
    assert home(bodies, "dinas sosial", 99) == "dinas sosial kota batam"
    assert home(bodies, "dinas batam", 99) == "dinas kesehatan kota batam"
    assert home(bodies, "dinas batam sosial", 99) == "dinas sosial kota batam"
    assert home(bodies, "sosial", 99) is None
    assert home(bodies, "yayasan", 99) == "yayasan kasih ibu"
    posts = kin("OFFICE", "kepala dinas sosial", "kepala bidang rehabilitasi dinas sosial")
    assert home(posts, "kepala dinas", 99) == "kepala dinas sosial"
    assert home(posts, "kepala bidang sosial", 99) == "kepala bidang rehabilitasi dinas sosial"
    assert home(posts, "kepala seksi", 99) is None


def test_places_are_only_met_by_their_whole_name():
    places = kin("PLACE", "kabupaten ngawi")
    assert (home(places, "kabupaten ngawi", 99), home(places, "ngawi", 99)) == ("kabupaten ngawi", None)


def test_long_names_are_kept_whole():
    name = "dinas sosial pengendalian penduduk keluarga berencana pemberdayaan perempuan perlindungan anak kabupaten kudus"
    assert home(kin("INSTITUTION", name), "dinas sosial perlindungan anak kudus", 99) == name


def test_many_spellings_are_told_apart_as_few_are():
    letters = "abcdefghijklmnopqrstuvwxyz"
    words = [f"{a}ar{b}ono" for a in letters for b in letters[:9]]
    assert len(words) > FEW
    spellings = Spellings(words)
    for word in ("barcono", "barcno", "barcoono", "xyzxyz", "bar"):
        assert spellings.apart(word) == sorted(other for other in words if one_apart(word, other))
    assert list(spellings.beginning("barc")) == ["barcono"]
    spellings.add("barca")
    assert list(spellings.beginning("barc")) == ["barca", "barcono"]


def test_the_only_body_of_a_kind():
    def body(id, words):
        return Entity(id, "INSTITUTION", words, tuple(words.split()))

    one, bare, other = body("i1", "dinas sosial"), body("i2", "dinas"), body("i3", "dinas kesehatan")
    assert Bodies([one, bare]).only("dinas", "dinas", None) == "i1"
    assert Bodies([one, other]).only("dinas", "dinas", None) is None
    assert Bodies([one, other]).only("dinas", "dinas", "i3") == "i1"
    assert Bodies([bare]).only("dinas", "dinas", None) == "i2"
    assert Bodies([body("i4", "badan dprd kota")]).only("dewan", "dprd", None) == "i4"
    assert Bodies([]).only("dinas", "dinas", None) is None
    assert Bodies([one, other]).spelled(("dinas", "sosial")) == "i1"
    assert Bodies([one, other]).spelled(("dinas",)) is None
