from __future__ import annotations

from minutes_miner.answers import Place
from minutes_miner.corpus.people.standing_bodies import Entity
from minutes_miner.corpus.people.terms_of_office import Told, timelines

PEOPLE = [Entity(id, id.upper(), (), None, ()) for id in ("p:a", "p:b")]
HEAD = Entity("o:head", "Kepala Dinas Sosial", (), "Kabupaten Ngawi", (), single=True)
MEMBER = Entity("o:member", "Anggota DPRD", (), "Kabupaten Ngawi", ())


def told(person: str, date: str | None, office: str = "o:head", *, acting: bool = False) -> Told:
    return Told(person, office, acting, date, Place(document=f"{person}-{date}", source="x", start=0, end=5))


def conflicts(*rows: Told) -> list[tuple[str, ...]]:
    return [held.conflicts for person in timelines(PEOPLE, [HEAD, MEMBER], rows) for held in person.holders]


def test_a_holding_reaches_from_the_first_to_the_last_document() -> None:
    first, second = timelines(PEOPLE, [HEAD, MEMBER], [told("p:a", "2024-03-01"), told("p:a", None), told("p:a", "2023-01-01")])
    (held,) = first.holders
    assert (held.first, held.last, len(held.places), held.office) == ("2023-01-01", "2024-03-01", 3, "Kepala Dinas Sosial")
    assert second.holders == ()


def test_two_in_one_post_at_a_time_conflict() -> None:
    assert conflicts(told("p:a", "2023-01-01"), told("p:a", "2024-01-01"), told("p:b", "2023-06-01")) == [("p:b",), ("p:a",)]


def test_a_handover_is_no_conflict() -> None:
    assert conflicts(told("p:a", "2023-01-01"), told("p:a", "2024-01-01"), told("p:b", "2024-01-01"), told("p:b", "2025-01-01")) == [(), ()]


def test_who_acts_is_apart_and_in_nobodys_way() -> None:
    assert conflicts(told("p:a", "2023-01-01"), told("p:a", "2024-01-01"), told("p:b", "2023-06-01", acting=True)) == [(), ()]


def test_posts_of_many_have_no_conflicts() -> None:
    rows = [told(person, date, "o:member") for person in ("p:a", "p:b") for date in ("2023-01-01", "2024-01-01")]
    assert conflicts(*rows) == [(), ()]


def test_two_on_the_same_day_conflict() -> None:
    assert conflicts(told("p:a", "2023-01-01"), told("p:b", "2023-01-01")) == [("p:b",), ("p:a",)]
