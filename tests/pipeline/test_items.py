"""Items of four kinds: cues, sections, spans, what is no item."""

from __future__ import annotations

import pytest

MINUTES = "NOTULEN RAPAT\n"
CHAIR = "Ketua Forum Panti Toba, Darman Sitepu, "
REGENT = "Bupati Toba, Rosmaida Hutapea, "


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        # An actor undertakes something itself.
        ("[Dinas Sosial Kota Batam akan mendata panti].", "commitment"),
        ("Bupati Wajo [berjanji memperbaiki dapur panti].", "commitment"),
        ("[Dinas Sosial Kota Batam siap menyediakan beras].", "commitment"),
        ("[Pemkab Toba menargetkan pembentukan forum pada Desember 2025].", "commitment"),
        ("[Pemkab Toba berencana membangun rumah singgah].", "commitment"),
        ("[Pemkab Toba berkomitmen mendampingi panti].", "commitment"),
        # Somebody with a say tells another to do something.
        ("[Dinas Sosial diminta menyusun data panti].", "instruction"),
        ("[Ketua RT wajib mendata lansia].", "instruction"),
        ("[Camat Paron agar menyusun data panti].", "instruction"),
        ("[Perangkat desa jangan menambah kegiatan di luar rencana].", "instruction"),
        ("[Warga harus membersihkan saluran].", "instruction"),
        ("[Warga dilarang membuang sampah di saluran].", "instruction"),
        ("[Kepada Camat Paron, untuk segera mendata panti].", "instruction"),
        # The meeting agrees.
        ("[Peserta musyawarah sepakat mendahulukan air bersih].", "decision"),
        ("[Disepakati iuran kas lima ribu rupiah].", "decision"),
        ("[Iuran kas disepakati lima ribu rupiah].", "decision"),
        # A lack, a need, a hope, a proposal.
        ("[Panti kekurangan tenaga pengasuh].", "need"),
        ("[Dana BOP belum cair di kota ini] karena berkasnya terlambat.", "need"),
        ("[Dana BOP belum cair] karena berkasnya terlambat.", "need"),
        ("[Panti membutuhkan dua pengasuh lagi].", "need"),
    ],
)
def test_the_cue_of_a_clause_says_the_kind(marked, written, kind):
    analysis = marked(f"{MINUTES}- {written}", "ITEM")
    assert [item.kind for item in analysis.items] == [kind]


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        (CHAIR + "[berharap Pemkab Toba menambah bantuan operasional].", "need"),
        (CHAIR + "[mengusulkan honor pendamping dibiayai APBD].", "need"),
        (CHAIR + "[meminta Bupati Toba menambah bantuan operasional].", "need"),
        (REGENT + "[meminta Dinas Sosial menyusun data panti].", "instruction"),
        (REGENT + "[mengimbau warga membersihkan saluran].", "instruction"),
        ("“[Kami siap mendata seluruh panti],” kata Pak Darman.", "commitment"),
        ("“[Kami butuh dua pengasuh lagi],” kata Pak Darman.", "need"),
    ],
)
def test_said_items_run_from_the_verb_to_the_end_of_the_clause(marked, written, kind):
    analysis = marked(written, "ITEM")
    (item,) = analysis.items
    assert item.kind == kind
    assert item.speaker in ("Darman Sitepu", "Rosmaida Hutapea", "Darman")
    assert item.statement == "s1"


def test_a_request_goes_up_as_a_need_and_down_as_an_instruction(mine):
    up = mine(CHAIR + "meminta Dinas Sosial Kabupaten Toba menambah bantuan beras.").items
    down = mine(REGENT + "meminta Ketua Forum Panti Toba menambah data anak.").items
    assert [item.kind for item in (*up, *down)] == ["need", "instruction"]


@pytest.mark.parametrize(
    "text",
    [
        # Done already, denied, conditional on the past.
        "Dinas Sosial Kota Batam telah menyalurkan beras.",
        "Dinas Sosial Kota Batam sudah mendata panti.",
        "Dinas Sosial Kota Batam tidak akan mendata panti.",
        "“Kami sudah mendata seluruh panti,” kata Pak Darman.",
        # A plain future, a pious wish, a question.
        "Harga beras akan menjadi beban warga.",
        "Semoga forum ini membawa manfaat.",
        "“Apakah kami harus menunggu lagi?” kata Pak Darman.",
        # An ordinary sentence.
        "Rapat ditutup dengan doa pada sore hari.",
    ],
)
def test_no_item(marked, text):
    marked(text, "ITEM")


def test_a_plan_of_ours_is_a_commitment(mine):
    (item,) = mine("“Kami berencana membangun dapur panti,” kata Pak Darman.").items
    assert (item.kind, item.actor) == ("commitment", "Darman")


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Keputusan:", "decision"),
        ("Kesimpulan", "decision"),
        ("Hasil Rapat", "decision"),
        ("Tindak Lanjut", "instruction"),
        ("Action Item:", "instruction"),
        ("Rencana Kerja", "commitment"),
        ("Kendala:", "need"),
        ("Usulan:", "need"),
    ],
)
def test_the_section_decides_for_a_row_without_a_cue(marked, heading, kind):
    analysis = marked(f"{MINUTES}{heading}\n- [Iuran kas lima ribu rupiah]\n- [Lampu jalan di gang mangga]", "ITEM")
    assert [item.kind for item in analysis.items] == [kind, kind]
    assert {item.rule for item in analysis.items} == {"item.section"}


@pytest.mark.parametrize("heading", ["Agenda:", "Susunan Acara:", "Hadir:", "Dokumentasi"])
def test_sections_without_items(marked, heading):
    marked(f"{MINUTES}{heading}\n- Iuran kas lima ribu rupiah\n- Dinas Sosial akan mendata panti", "ITEM")


def test_the_cue_of_the_clause_beats_its_section(marked):
    analysis = marked(f"{MINUTES}Keputusan:\n1. [Dinas Sosial agar mendata panti]\n2. [Panti kekurangan tenaga pengasuh]", "ITEM")
    assert [item.kind for item in analysis.items] == ["instruction", "need"]


def test_a_plain_future_in_a_section_of_decisions_is_a_decision(marked):
    analysis = marked(f"{MINUTES}Keputusan:\n1. [Kerja bakti akan dimulai hari Sabtu].", "ITEM")
    assert [item.kind for item in analysis.items] == ["decision"]


def test_a_discussion_row_is_an_item_only_where_it_settles_something(marked):
    analysis = marked(
        f"{MINUTES}Pembahasan\n- Jalan poros rusak\n- [Saluran dikeruk warga pekan depan]\n- [Konsumsi: Bu Marlina]\n- Gudang penuh",
        "ITEM",
    )
    assert {item.kind for item in analysis.items} == {"decision"}


@pytest.mark.parametrize(
    "written",
    [
        # A reason stays outside, a purpose inside, the stop outside.
        "[Dinas Sosial agar mendata panti] karena datanya lama.",
        "[Dinas Sosial agar mendata panti untuk bantuan beras].",
        # Two clauses with different actors or kinds are two items.
        "[Dinas Sosial akan mendata panti], sedangkan [Camat Paron akan menyiapkan gudang].",
        "[Dinas Sosial akan mendata panti]; [Camat Paron agar menyiapkan gudang].",
        # What is told of an enumeration is one item.
        "[Dinas Sosial akan mendata panti, sekolah dan pasar].",
        "[Dinas Sosial akan mendata panti, sekolah, dan pasar].",
    ],
)
def test_where_an_item_ends(marked, written):
    marked(f"{MINUTES}- {written}", "ITEM")


@pytest.mark.parametrize("headline", ["Bupati Wajo Minta Camat Mendata Lansia", "Dinas Sosial Akan Mendata Panti"])
def test_a_headline_is_no_item(marked, headline):
    marked(f"{headline}\nBupati Wajo membuka rapat di Wajo pada hari itu.", "ITEM")


def test_links_to_other_articles_are_no_items(marked):
    marked("Bupati Wajo membuka rapat di Wajo pada hari itu.\nBaca juga: Dinas Sosial Kota Batam akan mendata panti.", "ITEM")


def test_the_topic_of_a_need(mine):
    (item,) = mine("“Kami butuh bantuan operasional panti,” kata Pak Darman.").items
    assert (item.kind, item.topic) == ("need", "operational_aid")
    (other,) = mine("Dinas Sosial Kota Batam akan menyalurkan bantuan operasional panti.").items
    assert other.topic is None


def test_the_action_is_what_stands_behind_the_cue(mine):
    (item,) = mine("Dinas Sosial Kota Batam akan mendata seluruh panti.").items
    assert item.action == "mendata seluruh panti"


def test_a_cue_outside_minutes_and_speech_is_less_sure(mine):
    (written,) = mine(f"{MINUTES}- Dinas Sosial Kota Batam akan mendata panti.").items
    (told,) = mine("Dinas Sosial Kota Batam akan mendata panti.").items
    assert 0 < told.confidence < written.confidence <= 1
