from __future__ import annotations

import dataclasses

import pytest

from minutes_miner.corpus.issues.finding import find_issues
from minutes_miner.paths import model_folder
from minutes_miner.records import Analysis, Evidence, Header, Issue, Item, Region
from minutes_miner.rulebook.topics import Topics, load_topics


@pytest.fixture(scope="module")
def topics() -> Topics:
    return load_topics(model_folder())


def need(text: str, topic: str | None = None, **facts: object) -> Item:
    item = Item(id="t1", kind="need", start=0, end=len(text), text=text, action=text, rule="test", confidence=1.0, topic=topic)
    return dataclasses.replace(item, **facts)  # type: ignore[arg-type]


def meeting(name: str, date: str | None, *items: Item, regions: tuple[Region, ...] = (), place: str | None = None) -> Analysis:
    header = Header(id=name, source=f"{name}.docx", media_type="text/plain", kind="minutes", date=date, place=place)
    return Analysis(document=header, text=" ".join(item.text for item in items), items=items, regions=regions)


def only(issues: list[Issue]) -> Issue:
    assert len(issues) == 1
    return issues[0]


def test_a_need_that_comes_back_is_one_issue(topics: Topics) -> None:
    blitar = Region(id="r1", name="Kabupaten Blitar", level="regency", mentions=("m1", "m2"))
    east_java = Region(id="r2", name="Jawa Timur", level="province", mentions=("m3", "m4", "m5"))
    issue = only(
        find_issues(
            [
                meeting("b", "2025-06-02", need("Beras permakanan kurang lagi", speaker="Sri Lestari"), place="Kediri"),
                meeting("a", "2025-03-01", need("Kami minta beras untuk anak", evidence=Evidence(page=2)), regions=(east_java, blitar)),
            ],
            topics,
        )
    )
    assert (issue.issue, issue.label, issue.topic) == ("food_aid", "Bantuan permakanan", "food_aid")
    assert (issue.meetings, issue.first_seen, issue.last_seen, issue.state) == (2, "2025-03-01", "2025-06-02", "open")
    assert issue.regions == ("Kabupaten Blitar", "Kediri")
    assert issue.terms[0] == "beras"
    assert [(member.document, member.page) for member in issue.members] == [("a", 2), ("b", None)]
    assert issue.members[1].speaker == "Sri Lestari"


def test_a_topic_given_beforehand_stands(topics: Topics) -> None:
    assert only(find_issues([meeting("a", None, need("Beras kurang", topic="elderly"))], topics)).topic == "elderly"


def test_issues_of_most_meetings_come_first(topics: Topics) -> None:
    issues = find_issues(
        [
            meeting("a", "2025-01-01", need("jembatan putus"), need("jalan rusak"), need("ruas jalan berlubang"), need("beras kurang")),
            meeting("b", "2025-02-01", need("kekurangan beras")),
        ],
        topics,
    )
    assert [(issue.topic, issue.meetings, len(issue.members)) for issue in issues] == [("food_aid", 2, 2), ("roads", 1, 3)]


def test_a_document_given_twice_counts_once(topics: Topics) -> None:
    document = meeting("a", "2025-01-01", need("beras kurang"))
    issue = only(find_issues([document, document], topics))
    assert (issue.meetings, len(issue.members)) == (1, 1)


def test_open_groups_have_a_stable_id_and_a_phrase_as_label(topics: Topics) -> None:
    texts = ["Butuh kuda lumping latihan", "kuda lumping kami sudah lapuk"]
    documents = [meeting(str(at), "2025-01-01", need(text, topic="other")) for at, text in enumerate(texts)]
    issue = only(find_issues(documents, topics))
    assert issue.topic is None
    assert issue.label == "Kuda lumping"
    assert issue.issue.startswith("open-")
    assert only(find_issues(documents[::-1], topics)).issue == issue.issue


def test_boilerplate_alone_is_no_issue(topics: Topics) -> None:
    assert find_issues([meeting("a", None, need("Perlu dukungan masyarakat", topic="other"))], topics) == []
    assert only(find_issues([meeting("a", None, need("Perlu koordinasi"))], topics)).topic == "coordination"


@pytest.mark.parametrize(
    ("done_on", "state"),
    [("2025-07-01", "answered"), ("2025-05-01", "open"), ("2025-06-01", "open")],
)
def test_a_later_document_that_reports_it_done_answers(topics: Topics, done_on: str, state: str) -> None:
    raised = meeting("a", "2025-06-01", need("Jembatan gantung perlu diperbaiki"))
    done = meeting("b", done_on, need("Jembatan gantung sudah diperbaiki", kind="instruction", status="done"))
    assert only(find_issues([raised, done], topics)).state == state


def test_needs_that_are_all_done_are_answered(topics: Topics) -> None:
    assert only(find_issues([meeting("a", None, need("Jalan diaspal", status="done"))], topics)).state == "answered"


def test_an_issue_long_unheard_of_is_dormant(topics: Topics) -> None:
    documents = [meeting("a", "2023-01-10", need("Jalan rusak")), meeting("b", "2025-01-10", need("Beras kurang"))]
    assert {issue.topic: issue.state for issue in find_issues(documents, topics)} == {"roads": "dormant", "food_aid": "open"}


def test_without_needs_there_is_no_issue(topics: Topics) -> None:
    assert find_issues([], topics) == []
    assert find_issues([meeting("a", None, need("Akan dibahas", kind="commitment"))], topics) == []
