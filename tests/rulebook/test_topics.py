from __future__ import annotations

from pathlib import Path

import pytest

from minutes_miner.errors import ModelError
from minutes_miner.paths import model_folder
from minutes_miner.rulebook.topic_terms import Term, TermIndex, term_words, word_forms
from minutes_miner.rulebook.topics import Topics, load_topics

KEYS = {
    "operational_aid",
    "food_aid",
    "budget",
    "facilities",
    "staff_capacity",
    "data_validity",
    "licensing",
    "accreditation",
    "health_insurance",
    "education",
    "child_protection",
    "disability",
    "elderly",
    "stunting",
    "extreme_poverty",
    "disaster",
    "mental_health",
    "homelessness",
    "coordination",
    "outreach",
    "empowerment",
    "roads",
    "water_sanitation",
    "waste",
    "agriculture",
    "flood",
    "prices_inflation",
    "public_order",
    "employment",
    "digital_service",
    "land",
    "regulation",
    "other",
}

SMALL = """\
cues: [butuh, minta]
asides: [karena]
common: [other]
topics:
  roads:
    label_id: Jalan
    label_en: Roads
    strong: [jembatan, on]
    weak: [jalan]
    traps: [jalan keluar]
    match: [Jembatan putus, Jalan rusak]
    no_match: [Mencari jalan keluar]
  other:
    label_id: Lainnya
    label_en: Other
    strong: [no]
    match: [Doa, Terima kasih]
    no_match: [Jembatan putus]
means: [other]
fields: [roads]
"""


@pytest.fixture(scope="module")
def shipped() -> Topics:
    return load_topics(model_folder())


def small(folder: Path, text: str = SMALL) -> Topics:
    (folder / "topics.yml").write_text(text, encoding="utf-8")
    return load_topics(folder)


def test_the_shipped_taxonomy_is_whole(shipped: Topics) -> None:
    assert set(shipped.labels) == KEYS
    assert shipped.labels["food_aid"] == "Bantuan permakanan"


def test_the_shipped_examples_come_out_as_written(shipped: Topics) -> None:
    assert [str(fault) for fault in shipped.broken_examples()] == []


@pytest.mark.parametrize(
    ("need", "topic"),
    [
        ("Perpanjangan izin operasional panti belum terbit", "licensing"),
        ("BOP tahun ini belum cair", "operational_aid"),
        ("BOP PAUD tahun ini belum cair", "education"),
        ("Program literasi belum berjalan, perlu buku bacaan untuk siswa", "education"),
        ("Lampu jalan di gang kami mati, perlu diganti", "facilities"),
        ("Jalan usaha tani di hulu perlu dirabat", "roads"),
        ("Alat tangkap nelayan kami sudah tua", "agriculture"),
        ("Rp15.000 per anak per hari tidak cukup untuk makan", "food_aid"),
        ("", "other"),
        ("??? --- ...", "other"),
        ("Semoga lekas ada kabar", "other"),
    ],
)
def test_what_is_needed_decides(shipped: Topics, need: str, topic: str) -> None:
    assert shipped.classify(need) == topic


def test_context_is_heard_where_the_sentence_says_too_little(shipped: Topics) -> None:
    document = "Ruas jalan Dusun Wates berlubang dan jembatannya miring. Kami mohon itu didahulukan. Acara ditutup dengan doa."
    assert shipped.classify("Kami mohon itu didahulukan") == "other"
    assert shipped.classify("Kami mohon itu didahulukan", document) == "roads"
    assert shipped.classify("Kami mohon beras untuk anak", document) == "food_aid"


def test_a_common_topic_in_the_context_is_no_evidence(shipped: Topics) -> None:
    assert shipped.classify("Mohon dipercepat", "Rapat membahas koordinasi dan sinergi. Mohon dipercepat.") == "other"


def test_evidence_names_the_heaviest_first(shipped: Topics) -> None:
    evidence = shipped.evidence("Panti butuh beras karena donatur berkurang")
    assert list(evidence)[:2] == ["food_aid", "operational_aid"]


def test_words_of_the_file_stay_words(tmp_path: Path) -> None:
    topics = small(tmp_path)
    assert topics.classify("on") == "roads"
    assert topics.classify("no") == "other"


ABOUT_WASTE = "Sampah menumpuk di TPS. Pengangkutan sampah terhenti, TPA penuh, dan warga membuang sampah ke sungai. "


@pytest.mark.parametrize(
    ("need", "context", "topic"),
    [
        ("Kami perlu lima unit truk lagi", ABOUT_WASTE, "waste"),
        ("Kami perlu lima unit truk lagi", "", "facilities"),
        ("Dana pemeliharaan jalan poros masih kurang Rp 4 miliar", "", "roads"),
        ("Kami butuh tambahan Rp 4 miliar", "", "budget"),
        ("Kekurangan petugas kebersihan", ABOUT_WASTE, "staff_capacity"),
    ],
)
def test_means_serve_what_the_sentence_or_the_document_is_about(shipped: Topics, need: str, context: str, topic: str) -> None:
    assert shipped.classify(need, context + need if context else "") == topic


def test_a_trap_silences_only_its_own_topic(tmp_path: Path) -> None:
    topics = small(tmp_path, SMALL.replace("strong: [no]", "strong: [no, keluar]"))
    assert topics.evidence("Kami minta jalan keluar") == {"other": 3.0}
    assert topics.evidence("jalan") == {"roads": 1.0}


def test_broken_examples_name_their_line(tmp_path: Path) -> None:
    faults = small(tmp_path, SMALL.replace("Jalan rusak]", "Beras kurang]")).broken_examples()
    assert len(faults) == 1
    assert "topics.yml:11" in str(faults[0])
    assert "Beras kurang" in str(faults[0])


@pytest.mark.parametrize(
    ("old", "new", "line", "fault"),
    [
        ("weak: [jalan]", "weaks: [jalan]", 9, "unknown key 'weaks'"),
        ("weak: [jalan]", "weak: []", 9, "'weak' is not a list with entries"),
        ("weak: [jalan]", "weak: jalan", 9, "'weak' is not a list with entries"),
        ("weak: [jalan]", "weak: [jembatan]", 9, "'jembatan' stands twice"),
        ("weak: [jalan]", 'weak: [""]', 9, "empty or no text"),
        ("    no_match: [Mencari jalan keluar]\n", "", 6, "'no_match' is missing"),
        ("match: [Doa, Terima kasih]", "match: [Doa]", 17, "too few entries"),
        ("label_en: Roads", "label_id: Roads", 7, "'label_id' stands twice"),
        ("  other:", "  others:", 5, "'other' is missing"),
        ("common: [other]", "common: [road]", 3, "unknown topic 'road'"),
        ("means: [other]", "means: [money]", 19, "'means' names the unknown topic 'money'"),
        ("fields: [roads]\n", "", 1, "'fields' is missing"),
        ("  roads:", "  roads: [", 0, "no valid YAML"),
    ],
)
def test_faults_are_named_with_their_line(tmp_path: Path, old: str, new: str, line: int, fault: str) -> None:
    text = SMALL.replace(old, new, 1)
    if old == "  other:":
        text = text.replace("common: [other]", "common: [roads]")
    with pytest.raises(ModelError) as caught:
        small(tmp_path, text)
    assert fault in str(caught.value)
    assert f"topics.yml:{line or ''}" in str(caught.value)


def test_a_missing_file_and_an_empty_one_are_faults(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be read"):
        load_topics(tmp_path)
    with pytest.raises(ModelError, match="empty"):
        small(tmp_path, "# kosong\n")


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("anggarannya", "anggaran"),
        ("anak-anaknya", "anak"),
        ("mendata", "data"),
        ("diaspal", "aspal"),
        ("memakai", "pakai"),
        ("terakreditasi", "akreditasi"),
    ],
)
def test_word_forms_reach_the_listed_word(word: str, root: str) -> None:
    assert root in word_forms(word)


def test_abbreviations_keep_their_case() -> None:
    index = TermIndex([Term(term_words("PAD", keep_case=True), "budget", 3.0)], ["butuh"], ["karena"])
    assert index.weigh("PAD turun") == {"budget": 3.0}
    assert index.weigh("pad turun") == {}
    assert index.weigh("panti-panti ber-PAD") == {"budget": 3.0}


def test_the_place_in_the_sentence_counts() -> None:
    index = TermIndex([Term(("beras",), "food", 1.0), Term(("jalan",), "roads", 1.0)], ["butuh"], ["karena"])
    assert index.weigh("kami butuh beras karena jalan putus") == {"food": 1.5, "roads": 0.6}


def test_a_term_of_several_topics_is_shared_out() -> None:
    index = TermIndex([Term(("beras",), "food", 2.0), Term(("beras",), "prices", 2.0)], ["butuh"], ["karena"])
    weighed = index.weigh("beras")
    assert weighed["food"] == weighed["prices"] < 2.0


def test_two_words_near_one_another_speak_where_no_strong_term_does() -> None:
    topics = load_topics(model_folder())
    assert topics.classify("Dana untuk menjalankan panti kami sudah lama tidak ada") == "operational_aid"
    far = "Dana desa dibahas kepala dusun bersama seluruh perangkat, tokoh masyarakat dan undangan, sedangkan panti"
    assert "operational_aid" not in topics.evidence(far)
    assert "operational_aid" not in topics.evidence("Kursi roda bagi penghuni panti, juga dana")
