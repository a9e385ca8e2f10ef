"""Questions put to a small archive: what is found, in which order, with which passage, and what is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

import minutes_miner
from minutes_miner.archive import schema
from minutes_miner.archive.address import open_database
from minutes_miner.archive.archive import Archive
from minutes_miner.archive.contents import put
from minutes_miner.archive.errors import NoSuchDay, NoWordToFind, SearchTooSlow
from minutes_miner.errors import UsageError
from minutes_miner.outputs.frames import facets_frame, hits_frame
from minutes_miner.records import Evidence

AID = (
    "NOTULEN RAPAT KOORDINASI\nHari/Tanggal: Kamis, 18 Juli 2024\nTempat: Aula Kecamatan Widodaren, Kabupaten Ngawi\n\n"
    "Kepala Dinas Sosial Kabupaten Ngawi, Sri Lestari, berjanji menyalurkan bantuan operasional kepada 12 panti paling lambat "
    "20 Agustus 2024.\nPanti Harapan membutuhkan kasur untuk 30 anak. Semua anak-anak sehat."
)
TEXTS = {
    "a": AID,
    "b": "NGAWI, 3 Maret 2023 -- "
    "Camat Widodaren, Joko Purnomo, mengatakan jalan desa rusak berat. Warga meminta perbaikan jembatan gantung.",
    "c": "WAJO, 5 Maret 2025 -- Bupati Wajo Andi Tenri akan membantu petani yang gagal panen dengan benih jagung senilai Rp25.000.000.",
    "d": "NOTULEN RAPAT\nHari/Tanggal: Senin, 6 Januari 2025\n\nKepala Dinas Sosial Kabupaten Wajo, Budi Santoso, menyampaikan bahwa "
    "panti di Wajo membutuhkan beras. Ia berjanji mengirim beras sebelum 1 Februari 2025.",
    "e": "Perjalanan dinas dibatasi. Operasional kantor berhenti, tetapi tidak ada bantuan.",
    "z": AID.replace("Semua anak-anak sehat.", "Semua anak-anak sehat. Perkemahan ditunda."),
}


@pytest.fixture(scope="module")
def place(tmp_path_factory, forms):
    """An archive in which `z` is a copy of `a`, the file of `e` is gone, and `d` has pages."""
    path = tmp_path_factory.mktemp("arsip") / "arsip.sqlite"
    database = open_database(path, write=True)
    with database.transaction():
        for analysis in minutes_miner.mine_texts([{"id": id, "text": text} for id, text in TEXTS.items()]):
            id = analysis.document.id
            number = put(database, _with_pages(analysis) if id == "d" else analysis, model="1", forms=forms)
            state = "gone" if id == "e" else "stored"
            database.run("INSERT INTO sources (path, document, state) VALUES (?, ?, ?)", (f"{id}.txt", number, state))
        database.run("INSERT INTO sources (path, document, state) SELECT 'salinan-b.txt', number, 'stored' FROM documents WHERE id = 'b'")
        database.run("UPDATE documents SET source = id || '.txt'")
        database.run("UPDATE documents SET copy_of = (SELECT number FROM documents WHERE id = 'a') WHERE id = 'z'")
    database.close()
    return path


def _with_pages(analysis):
    mentions = tuple(replace(one, evidence=Evidence(page=1 if one.start < 120 else 2)) for one in analysis.mentions)
    return replace(analysis, document=replace(analysis.document, pages=2), mentions=mentions)


@pytest.fixture
def archive(place):
    with Archive(place) as opened:
        yield opened


def ids(hits):
    return [hit.place.document for hit in hits]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("membantu", {"a", "c", "e"}),
        ("bantuan operasional", {"a", "e"}),
        ('"bantuan operasional"', {"a"}),
        ('"operasional bantuan"', set()),
        ("perkema*", {"z"}),
        ("perkemahan", {"z"}),
        ("jalan", {"b", "e"}),
        ("panti -kasur", {"d"}),
        ("dinas -jalan", {"a", "d", "e"}),  # `perjalanan` is not the word that was ruled out
        ("jembatan OR beras", {"b", "d"}),
        ("(jembatan OR beras) warga", {"b"}),
        ("Rp 25.000.000", {"c"}),
        ("25.000.000", {"c"}),
        ("anak-anak", {"a"}),
        ("WIDODAREN", {"a", "b"}),
        ("dinsos", {"a", "d"}),
        ("tidakada", set()),
        ("bantu", {"a", "c", "e"}),
        ("bantuan tidakada", set()),
    ],
)
def test_documents_are_found_by_words(archive, words, found):
    assert set(ids(archive.search(words, kind="text"))) == found


def test_the_form_that_was_asked_for_comes_first(archive):
    assert ids(archive.search("membantu", kind="text"))[0] == "c"


def test_a_hit_says_where_it_stands(archive):
    (hit,) = archive.search("bantuan operasional dinas sosial")
    assert AID[hit.place.start : hit.place.end] == hit.snippet
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["Dinas", "Sosial", "bantuan", "operasional"]
    assert (hit.rank, hit.kind, hit.date, hit.place.source, hit.place.page) == (1, "text", "2024-07-18", "a.txt", None)


def test_copies_are_one_hit_that_names_them(archive):
    (hit,) = archive.search("kasur", kind="text")
    assert (hit.place.document, hit.copies) == ("a", ("z.txt",))
    (hit,) = archive.search("jembatan", kind="text")
    assert (hit.place.source, hit.copies, hit.gone) == ("b.txt", ("salinan-b.txt",), False)


def test_what_was_removed_is_marked(archive):
    assert [(hit.place.document, hit.gone) for hit in archive.search("operasional", kind="text")] == [("e", True), ("a", False)]


def test_a_passage_has_its_page(archive):
    (hit,) = archive.search('"mengirim beras"')
    assert hit.place.page == 2
    (hit,) = archive.search("notulen hari tanggal januari")
    assert hit.place.page == 1


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["c", "d", "a", "b", "e"]),
        ({"region": "Ngawi"}, ["a", "b"]),
        ({"region": "kabupaten ngawi"}, ["a"]),
        ({"region": "Wajo"}, ["c", "d"]),
        ({"region": "Jember"}, []),
        ({"kind": "minutes"}, ["d", "a"]),
        ({"kind": "notulen"}, ["d", "a"]),
        ({"since": "2024"}, ["c", "d", "a"]),
        ({"until": "2024"}, ["a", "b"]),
        ({"since": "2025-01", "until": "2025-01"}, ["d"]),
        ({"person": "Ibu Sri Lestari, M.Si."}, ["a"]),
        ({"person": "lestari"}, ["a"]),
        ({"person": "Budi"}, ["d"]),
        ({"person": "Bambang"}, []),
        ({"office": "Kadinsos"}, ["d", "a"]),
        ({"institution": "Dinsos Ngawi"}, ["a"]),
        ({"institution": "dinas sosial", "since": "2025"}, ["d"]),
        ({"topic": "food_aid"}, ["d"]),
        ({"person": "…"}, []),
    ],
)
def test_filters_alone_list_the_newest(archive, asked, found):
    assert ids(archive.search(**({"kind": "text"} | asked))) == found


def test_filters_narrow_words(archive):
    assert ids(archive.search("panti", region="Wajo")) == ["d"]
    assert ids(archive.search("membantu", until="2024")) == ["a"]


def test_items_and_statements_are_found(archive):
    (need,) = archive.search("beras", kind="need")
    assert (need.kind, need.place.document) == ("item", "d")
    assert TEXTS["d"][need.place.start : need.place.end] == need.snippet
    assert ids(archive.search("bantuan", kind="commitment")) == ["a", "c"]
    assert ids(archive.search(kind="komitmen", person="Sri Lestari")) == ["a"]
    assert ids(archive.search(kind="komitmen", institution="Dinsos Ngawi")) == ["a"]
    assert ids(archive.search(kind="komitmen", institution="Dinsos Jember")) == []
    assert "d" in ids(archive.search("beras", kind="statement"))


def test_late_is_what_is_open_past_its_deadline(archive):
    def found(**asked):
        return ids(archive.search(kind="commitment", **asked))

    assert found(status="late", as_of="2024-08-20") == []
    assert found(status="late", as_of="2024-08-21") == ["a"]
    assert found(status="late", as_of="2025-08-21") == ["d", "a"]
    assert found(status="done") == []
    assert set(found(status="open")) >= {"a", "d"}


def test_a_clerk_has_the_last_word_on_what_is_done(place, tmp_path):
    copy = tmp_path / "arsip.sqlite"
    copy.write_bytes(place.read_bytes())
    database = open_database(copy, write=True)
    with database.transaction():
        database.run(
            "INSERT INTO changes (document, kind, start, stop, field, value, made_at, origin, checksum) "
            "SELECT d.id, i.kind, i.start, i.stop, 'status', 'done', '', '', x'' FROM items i JOIN documents d ON d.number = i.document "
            "WHERE d.id = 'a' AND i.kind = 'commitment'"
        )
    database.close()
    with Archive(copy) as opened:
        assert ids(opened.search(kind="commitment", status="done")) == ["a"]
        assert ids(opened.search(kind="commitment", status="late", as_of="2025-08-21")) == ["d"]


def test_names_before_they_are_joined(archive):
    (hit,) = archive.search("lestari", kind="person")
    assert (hit.kind, hit.place.document) == ("person", "a")
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["Sri Lestari"]
    assert {hit.place.document for hit in archive.search("dinsos", kind="institution")} == {"a", "d"}
    assert archive.search("jembatan", kind="person") == []


def test_joined_names_stand_above_the_documents(place, tmp_path, forms):
    copy = tmp_path / "arsip.sqlite"
    copy.write_bytes(place.read_bytes())
    database = open_database(copy, write=True)
    with database.transaction():
        text = "Sri Lestari\nSri Lestary"
        row = ("person-1", "person", text, '["Sri Lestari", "Sri Lestary"]', 1)
        database.run("INSERT INTO entities (id, kind, text, names, single, documents) VALUES (?, ?, ?, ?, 0, ?)", row)
        database.add_text(schema.NAMES, [(1, text, forms.differing(text))])
        database.run("UPDATE people SET entity = 'person-1' WHERE name = 'Sri Lestari'")
    database.close()
    with Archive(copy) as opened:
        hits = opened.search("sri lestari")
        assert [(hit.rank, hit.kind, hit.place.document) for hit in hits] == [(1, "person", "a"), (2, "text", "a")]
        assert hits[0].score > hits[1].score
        assert ids(opened.search(person="Lestary")) == ["a"]
        assert opened.facets("lestary", kind="person").total == 1
        assert [hit.kind for hit in opened.search("kepala")] == ["text", "text"]
        assert [hit.rank for hit in opened.search("sri lestari", limit=1, page=2)] == [2]


def test_pages_follow_one_another(archive):
    whole = archive.search("dinas", kind="text")
    pages = [archive.search("dinas", kind="text", limit=1, page=number)[0] for number in range(1, len(whole) + 1)]
    assert pages == whole
    assert archive.search("dinas", limit=10, page=2) == []
    assert archive.search("dinas", page=10**9) == []


@pytest.mark.parametrize("words", ["panti", "", "perkemahan"])
def test_counts_are_of_what_is_found(archive, words):
    found = archive.facets(words, kind="text")
    assert found.total == len(archive.search(words, kind="text"))
    assert found.total == sum(count for _, count in found.kinds)


def test_counts_by_kind_region_topic_and_year(archive):
    found = archive.facets("panti")
    assert found.kinds == (("minutes", 2),)
    assert found.years == (("2025", 1), ("2024", 1))
    assert dict(found.topics)["food_aid"] == 1
    assert len(found.regions) == 2
    items = archive.facets(kind="item")
    assert items.total == len(archive.search(kind="item", limit=100))
    assert dict(items.kinds)["commitment"] == len(archive.search(kind="commitment", limit=100))


def test_what_makes_no_sense_is_refused(archive):
    with pytest.raises(NoWordToFind):
        archive.search("-panti")
    with pytest.raises(NoSuchDay):
        archive.search("panti", since="kemarin")
    for asked in ({"kind": "buku"}, {"topic": "sepak bola"}, {"status": "mungkin"}):
        with pytest.raises(UsageError):
            archive.search("panti", **asked)


def test_a_search_that_takes_too_long_is_stopped(archive, monkeypatch):
    monkeypatch.setattr("minutes_miner.archive.databases.sqlite.STEPS_BETWEEN_LOOKS", 1)
    monkeypatch.setattr("minutes_miner.archive.search.searching.SECONDS", -1.0)
    with pytest.raises(SearchTooSlow):
        archive.facets("panti")
    monkeypatch.undo()
    assert archive.search("panti")


def test_words_spelt_alike_are_offered(archive):
    (other,) = archive.alternatives("bantuan operasoinal")
    assert (other.word, other.instead) == ("operasoinal", ("operasional",))
    assert archive.alternatives("panti") == []
    assert archive.alternatives("qwertyuiop") == []


def test_the_order_of_arrival_does_not_matter(tmp_path, forms, place):
    path = tmp_path / "lain.sqlite"
    database = open_database(path, write=True)
    with database.transaction():
        for analysis in reversed(list(minutes_miner.mine_texts([{"id": id, "text": text} for id, text in TEXTS.items()]))):
            put(database, analysis, model="1", forms=forms)
        database.run("UPDATE documents SET copy_of = (SELECT number FROM documents WHERE id = 'a') WHERE id = 'z'")
    database.close()
    with Archive(path) as one, Archive(place) as other:
        for asked in ({"text": "panti"}, {"text": "dinas", "kind": "item"}, {"kind": "item"}, {"text": "kepala", "kind": "office"}):
            assert [(hit.place.document, hit.place.start) for hit in one.search(**asked)] == [
                (hit.place.document, hit.place.start) for hit in other.search(**asked)
            ]


def test_analyses_come_out_whole(archive):
    assert archive.analysis("b").text == TEXTS["b"]
    assert [analysis.document.id for analysis in archive.documents()] == sorted(TEXTS)


def test_frames_hold_hits_and_counts(archive):
    frame = archive.search_frame("panti")
    assert list(frame["document"]) == ids(archive.search("panti"))
    assert str(frame["date"].dtype).startswith("datetime64")
    counts = archive.facets_frame("panti")
    assert counts.query("facet == 'kinds'")["count"].sum() == 2
    assert list(hits_frame([]).columns) == list(frame.columns)
    assert facets_frame(archive.facets("tidakada")).empty


def test_asking_changes_nothing(place):
    before = place.read_bytes()
    with Archive(place) as opened:
        opened.search("panti")
        opened.facets("panti")
        opened.alternatives("pamti")
    assert place.read_bytes() == before
    assert minutes_miner.Archive is Archive
