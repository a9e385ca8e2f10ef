import random
from dataclasses import replace

import pytest

from minutes_miner.corpus.followups.likeness import load_likeness
from minutes_miner.corpus.followups.linking import Linker
from minutes_miner.corpus.followups.matrix import Series, running, until
from minutes_miner.corpus.followups.meetings import meeting_of
from minutes_miner.corpus.followups.report_words import load_report_words
from minutes_miner.miner import Miner
from minutes_miner.paths import model_folder
from tests.corpus.marked import DAYS, read_series


@pytest.fixture(scope="module")
def words():
    return load_report_words(model_folder())


@pytest.fixture(scope="module")
def linker(words):
    return Linker(load_likeness(model_folder()), words)


@pytest.fixture(scope="module")
def miner():
    return Miner()


def links_of(analyses, linker, words):
    return linker.links([meeting_of(analysis, words) for analysis in analyses])


def right(gold, links):
    def same(link, place):
        a, b = link.earlier, link.later
        return (
            b is not None
            and (a.document, b.document, link.state) == (place[0], place[3], place[6])
            and a.start < place[2]
            and place[1] < a.end
            and b.start < place[5]
            and place[4] < b.end
        )

    return sum(any(same(link, place) for link in links) for place in gold) / len(gold)


# Floors, lowered only on purpose: the share of the marked follow-ups that are found with the right state.
@pytest.mark.parametrize(("name", "marked", "mined"), [("lksa", 0.92, 0.85), ("desa", 1.0, 0.92)])
def test_follow_ups_of_a_series(name, marked, mined, linker, words, miner):
    series = read_series(name)
    found = links_of(series.analyses, linker, words)
    assert right(series.links, found) >= marked
    taken_up = [link for link in found if link.later is not None]
    assert len(taken_up) <= len(series.links) + 1
    analyses = [
        replace(analysis, document=replace(analysis.document, date=day))
        for day, analysis in zip(
            DAYS[name], (miner.mine_text(text, id=f"{name}-{n}") for n, text in enumerate(series.texts, 1)), strict=True
        )
    ]
    assert right(series.links, links_of(analyses, linker, words)) >= mined


def test_the_order_in_which_meetings_are_given_changes_nothing(linker, words):
    meetings = [meeting_of(analysis, words) for analysis in read_series("desa").analyses]
    found = linker.links(meetings)
    random.Random(1).shuffle(meetings)
    assert linker.links(meetings) == found


def test_meetings_about_other_things_are_not_linked(linker, words, miner):
    texts = (
        "NOTULEN RAPAT\nTanggal: 3 Mei 2024\n\nTindak Lanjut:\n- Membeli pompa air untuk sawah (PIC: Pak Joko)\n",
        "NOTULEN RAPAT\nTanggal: 7 Juni 2024\n\nTindak lanjut rapat lalu:\n- Laporan keuangan koperasi sudah selesai.\n",
    )
    (link, *others) = links_of([miner.mine_text(text) for text in texts], linker, words)
    assert (link.later, link.state, others) == (None, "dropped", [])


def test_an_item_is_open_until_a_meeting_after_its_deadline_passes_it_over(linker, words, miner):
    texts = [
        "NOTULEN RAPAT\nTanggal: 3 Mei 2024\n\nTindak Lanjut:\n- Membeli pompa air (PIC: Pak Joko; paling lambat 30 Juni 2024)\n",
        "NOTULEN RAPAT\nTanggal: 7 Juni 2024\n\nPembahasan:\n- Warga membahas pembagian pupuk.\n",
    ]
    meetings = [meeting_of(miner.mine_text(text), words) for text in texts]
    assert [link.state for link in linker.links(meetings)] == ["open"]
    later = replace(meetings[1], document="c", date="2024-07-05", matters=())
    assert [link.state for link in linker.links([*meetings, later])] == ["dropped"]


def test_the_matrix_has_a_row_for_each_matter_with_ages(linker, words):
    series = read_series("lksa")
    found = Series(forum="Forum LKSA", days=DAYS["lksa"], links=tuple(links_of(series.analyses, linker, words)))
    rows = {row.text: row for row in running(found, "2024-01-13")}
    calendar = rows["Kalender forum"]
    assert (calendar.state, calendar.status, calendar.first_date, calendar.times, calendar.age_days) == (
        "done",
        "done",
        "2023-09-09",
        3,
        126,
    )
    assert rows["Jadwal konseling"].state == "late"
    assert rows["Akta notaris dan susunan pengurus"].times == 3
    assert not {row.text for row in rows.values()} & {"Rekap tunggakan SPP per anak", "Kalender forum 2024"}
    before = {row.text: row for row in running(until(found, "2023-11-30"), "2023-11-30")}
    assert before["Kalender forum 2024"].state == "open"
    assert "Kalender forum" not in before
