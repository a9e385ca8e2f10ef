import random

import pytest

import minutes_miner
from minutes_miner.corpus.followups.forum_series import Gathering, series_of
from minutes_miner.corpus.followups.forums import grouped, load_forum_names
from minutes_miner.paths import model_folder

NGAWI = [
    "FLKS Ngawi",
    "Forum Komunikasi Lembaga Kesejahteraan Sosial Kabupaten Ngawi",
    "Notulen Rapat Rutin FLKS Ngawi Bulan Maret 2024",
    "Rapat Koordinasi Triwulan II FLKS Kab. Ngawi",
    "NOTULEN RAPAT RUTIN FORUM KOMUNIKASI LEMBAGA KESEJAHTERAAN SOSIAL (FLKS) KABUPATEN NGAWI",
]


@pytest.fixture(scope="module")
def reader():
    return load_forum_names(model_folder())


def test_one_forum_under_many_names_in_any_order(reader):
    names = [*NGAWI, "FLKS Kota Madiun", "FLKS Kabupaten Madiun", "FLKSA Kabupaten Ngawi", "Komisi III DPRD Ngawi", "Komisi IV DPRD Ngawi"]
    found = grouped(names, reader)
    assert len({found[name] for name in NGAWI}) == 1
    assert len(set(found.values())) == 6
    random.Random(2).shuffle(names)
    assert grouped(names, reader) == found


@pytest.mark.parametrize("name", NGAWI)
@pytest.mark.parametrize("asked", ["FLKS Ngawi", "flks kab ngawi", "forum lembaga kesejahteraan sosial ngawi", "FLKS"])
def test_loose_names_find_it(reader, asked, name):
    assert reader.matches(asked, name)


@pytest.mark.parametrize("asked", ["FLKS Madiun", "FLKSA Ngawi", "Komisi IV", "FLKS Kota Ngawi"])
def test_other_names_do_not(reader, asked):
    assert not reader.matches(asked, "Rapat Koordinasi Triwulan II FLKS Kab. Ngawi")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("RISALAH RAPAT DENGAR PENDAPAT\nKOMISI IV DPRD KABUPATEN WAJO\n\nTanggal: 4 Maret 2024\n", "Komisi IV DPRD Kabupaten Wajo"),
        ("Catatan rapat Karang Taruna Tunas Muda\nSabtu, 3 Mei 2025\n", "Karang Taruna Tunas Muda"),
        ("# Notulensi Rapat\n## Tanggal: 8 Juni 2024\n## Agenda:\n1. Susunan panitia\n", None),
        ("NGAWI - Ketua FLKS Ngawi meminta bantuan beras, Kamis (3/5/2024). Hal itu disampaikannya kepada wartawan.", None),
    ],
)
def test_the_forum_of_a_document(reader, text, name):
    (analysis,) = minutes_miner.mine_texts([text])
    found = reader.of_document(analysis)
    assert (found.name if found else None) == name


def test_minutes_without_a_name_go_by_who_attends(reader):
    people = frozenset({"yanto", "goreti", "servas", "gafur", "hendrik", "sigit"})

    def gathering(document, forum=None, people=people):
        return Gathering(document=document, date="2024-06-08", forum=forum, title="Notulensi Rapat", place=None, people=people)

    others = frozenset({"budi", "siti", "joko", "agus", "dewi"})
    assert series_of([gathering("a"), gathering("b"), gathering("c", people=others)], reader) == dict.fromkeys("ab", "Notulensi Rapat")
    assert series_of([gathering("a"), gathering("b", forum="FLKS Sikka")], reader) == dict.fromkeys("ab", "FLKS Sikka")
