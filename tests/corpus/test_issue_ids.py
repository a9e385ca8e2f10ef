from __future__ import annotations

import random

from minutes_miner.corpus.issues.finding import Grouping, group_matters
from minutes_miner.corpus.issues.issue_ids import settle_ids
from minutes_miner.corpus.issues.matters import Matter
from minutes_miner.paths import model_folder
from minutes_miner.records import IssueChange
from minutes_miner.rulebook.topics import load_topics

THINGS = ["papan catur", "rumah anggrek", "kereta kelinci", "perahu naga", "jam dinding balai", "layangan hias"]
TOPICS = load_topics(model_folder())


def ids(own: list[str], members: list[list[str]], earlier: dict[str, str]) -> list[str]:
    return list(settle_ids(own, members, earlier).ids)


def test_an_id_of_before_stays_with_most_of_its_members() -> None:
    earlier = {"a": "open-kuda", "b": "open-kuda", "c": "open-kuda"}
    settled = settle_ids(["open-lumping", "open-pelana"], [["a", "b"], ["c", "d"]], earlier)
    assert settled.ids == ("open-kuda", "open-pelana")
    assert settled.changes == (IssueChange(issue="open-pelana", change="split", others=("open-kuda",)),)


def test_groups_that_become_one_are_told() -> None:
    settled = settle_ids(["open-kuda"], [["a", "b", "c"]], {"a": "open-pelana", "b": "open-lumping", "c": "open-lumping"})
    assert settled.ids == ("open-lumping",)
    assert settled.changes == (
        IssueChange(issue="open-lumping", change="merged", others=("open-pelana",)),
        IssueChange(issue="open-pelana", change="gone", others=("open-lumping",)),
    )


def test_a_topic_keeps_its_key_and_gives_it_to_nobody() -> None:
    earlier = {"a": "open-beras", "b": "food_aid"}
    assert ids(["food_aid", "open-nasi"], [["a"], ["b"]], earlier) == ["food_aid", "open-nasi"]


def test_an_id_that_is_taken_gets_a_number() -> None:
    assert ids(["open-lumping", "open-kuda"], [["a"], ["z"]], {"a": "open-kuda"}) == ["open-kuda", "open-kuda-2"]


def test_nothing_before_nothing_told_but_new() -> None:
    settled = settle_ids(["roads", "open-catur"], [["a"], ["b"]], {})
    assert [change.change for change in settled.changes] == ["new", "new"]


def matters(number: int, seed: int) -> list[Matter]:
    draw = random.Random(seed)
    texts = [f"{draw.choice(['Butuh', 'Minta', 'Usul'])} {draw.choice(THINGS)} {draw.choice(['baru', 'lagi', ''])}" for _ in range(number)]
    return [
        Matter(document=f"d{at // 3}", start=at % 3, end=at % 3 + 1, kind="need", text=text, source=f"d{at // 3}.txt", topic="other")
        for at, text in enumerate(texts)
    ]


def grouping(found: Grouping) -> dict[str, str]:
    return {need.key: raised.id for raised in found.raised for need in raised.needs}


def test_any_order_gives_the_same_issues() -> None:
    rows = matters(60, 1)
    once = group_matters(rows, TOPICS)
    for seed in range(5):
        assert group_matters(random.Random(seed).sample(rows, len(rows)), TOPICS) == once


def test_growing_by_batches_keeps_the_ids() -> None:
    for seed in range(5):
        rows = matters(90, seed)
        earlier: dict[str, str] = {}
        for size in range(10, 91, 20):
            found = group_matters(rows[:size], TOPICS, earlier=earlier)
            now = grouping(found)
            told = {change.issue for change in found.changes} | {other for change in found.changes for other in change.others}
            moved = {key for key, name in earlier.items() if now[key] != name}
            assert all(earlier[key] in told or now[key] in told for key in moved)
            assert {name for name in earlier.values() if name not in now.values()} <= told
            earlier = now
        assert len(set(earlier.values())) == len(THINGS)
        assert set(earlier.values()) == set(grouping(group_matters(rows, TOPICS)).values())
