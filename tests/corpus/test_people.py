"""Who is who over documents in which it is known, and what people decide about it."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from benchmarks.archived.labelled_people import labelled
from minutes_miner.corpus.people.decisions import Anchor, Decision
from minutes_miner.corpus.people.joining import WhoIsWho, who_is_who
from minutes_miner.corpus.people.sightings import DocumentSeen, HolderSeen, InstitutionSeen, OfficeSeen, PersonSeen, Spot
from minutes_miner.corpus.scores import b_cubed
from minutes_miner.paths import model_folder
from minutes_miner.rulebook.model import Rulebook, load_rulebook


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook(model_folder())


def seen(id: str, region: str | None, *people: str | tuple[str, str], date: str | None = "2024-05-06") -> DocumentSeen:
    """A document of a region that names people, some with the office that they hold."""
    named = [(one, None) if isinstance(one, str) else one for one in people]
    spots = [Spot(100 * at, 100 * at + 10) for at in range(len(named))]
    return DocumentSeen(
        id=id,
        source=f"{id}.txt",
        date=date,
        place=region,
        people=tuple(PersonSeen(f"p{at}", name, (), (), spots[at]) for at, (name, _) in enumerate(named)),
        offices=tuple(OfficeSeen(f"o{at}", office, office, None, region, spots[at]) for at, (_, office) in enumerate(named) if office),
        holders=tuple(HolderSeen(f"p{at}", f"o{at}", False, spots[at]) for at, (_, office) in enumerate(named) if office),
    )


def groups(found: WhoIsWho) -> dict[tuple[str, str], str]:
    return {mark: person.id for person in found.people for mark in person.marks}


def test_hard_namesakes_are_told_apart_and_spellings_joined(rulebook: Rulebook) -> None:
    documents, gold = labelled()
    found = groups(who_is_who(documents, rulebook))
    marks = sorted(gold)
    assert len(marks) >= 150
    precision, _, f1 = b_cubed([gold[mark] for mark in marks], [found[mark] for mark in marks])
    assert precision >= 0.98
    assert f1 >= 0.95


def test_the_order_of_documents_makes_no_difference(rulebook: Rulebook) -> None:
    documents, _ = labelled()
    first = who_is_who(documents, rulebook)
    random.Random(3).shuffle(documents)
    assert who_is_who([*documents, documents[0]], rulebook) == first


def test_ids_stay_when_documents_come(rulebook: Rulebook) -> None:
    documents, _ = labelled()
    half = sorted(documents, key=lambda document: document.date or "")[::2]
    before = who_is_who(half, rulebook)
    earlier = groups(before)
    after = groups(who_is_who(documents, rulebook, earlier=earlier))
    kept = sum(after[mark] == id for mark, id in earlier.items())
    assert kept >= 0.97 * len(earlier)
    assert len({person.id for person in who_is_who(documents, rulebook, earlier=earlier).people}) == len(set(after.values()))


def test_a_name_in_two_regions_is_two_people(rulebook: Rulebook) -> None:
    documents = [seen("a", "Kabupaten Ngawi", ("Sri Lestari", "Camat Paron")), seen("b", "Kota Kupang", ("Sri Lestari", "Lurah Oebobo"))]
    assert len(who_is_who(documents, rulebook).people) == 2


def test_a_single_word_means_nobody_without_company_or_post(rulebook: Rulebook) -> None:
    documents = [seen("a", "Kabupaten Ngawi", "Yanto Suryono"), seen("b", "Kabupaten Ngawi", "Yanto")]
    assert len(who_is_who(documents, rulebook).people) == 2


def test_a_single_word_with_the_post_is_its_holder(rulebook: Rulebook) -> None:
    office = "Kepala Dinas Sosial Kabupaten Ngawi"
    documents = [seen("a", "Kabupaten Ngawi", ("Tri Pujo Handoyo", office)), seen("b", "Kabupaten Ngawi", ("Tri", "Kadinsos Ngawi"))]
    found = who_is_who(documents, rulebook)
    assert [person.name for person in found.people] == ["Tri Pujo Handoyo"]
    assert found.reasons[("b", "p0")] == "post"
    assert [office.name for office in found.offices] == [office]


def test_agencies_of_two_regencies_stay_two_and_short_names_join(rulebook: Rulebook) -> None:
    def with_bodies(id: str, region: str, *names: str) -> DocumentSeen:
        bodies = tuple(InstitutionSeen(f"i{at}", name, None, region, Spot(at, at + 1)) for at, name in enumerate(names))
        return replace(seen(id, region), institutions=bodies)

    documents = [
        with_bodies("a", "Kabupaten Ngawi", "Dinas Sosial Kabupaten Ngawi", "Dinas Sosial"),
        with_bodies("b", "Kabupaten Ngawi", "Dinsos Ngawi", "Dinas Sosial Kabupaten Magetan"),
    ]
    found = {body.id: len(body.marks) for body in who_is_who(documents, rulebook).institutions}
    assert found == {"i:dinas-sosial@35.20": 1, "i:dinas-sosial@35.21": 3}


def test_what_people_decide_wins(rulebook: Rulebook) -> None:
    documents = [
        seen("a", "Kabupaten Ngawi", "Yanto Suryono", "Sri Lestari"),
        seen("b", "Kabupaten Ngawi", "Suyanto", "Sri Lestari"),
        seen("c", "Kabupaten Ngawi", "Notulis Rapat"),
    ]
    yanto, suyanto = Anchor("a", 0, "Yanto Suryono"), Anchor("b", 0, "Suyanto")
    lestari, other = Anchor("a", 100, "Sri Lestari"), Anchor("b", 999, "Sri Lestari")  # found by its name, as the offset has moved
    decisions = [
        Decision(subject="person", verdict="same", first=(yanto,), second=(suyanto,)),
        Decision(subject="person", verdict="not-same", first=(lestari,), second=(other,)),
        Decision(subject="person", verdict="rename", first=(yanto,), value="Yanto S."),
        Decision(subject="person", verdict="wrong", first=(Anchor("c", 0, "Notulis Rapat"),)),
    ]
    found = who_is_who(documents, rulebook, decisions=decisions)
    by_mark = groups(found)
    assert by_mark[("a", "p0")] == by_mark[("b", "p0")]
    assert by_mark[("a", "p1")] != by_mark[("b", "p1")]
    assert {person.name for person in found.people} == {"Yanto S.", "Sri Lestari"}
    assert ("c", "p0") not in by_mark


def test_of_two_decisions_on_the_same_two_the_later_counts(rulebook: Rulebook) -> None:
    documents = [seen("a", "Kabupaten Ngawi", "Sri Lestari"), seen("b", "Kabupaten Ngawi", "Sri Lestari")]
    one, other = (Anchor("a", 0, "Sri Lestari"),), (Anchor("b", 0, "Sri Lestari"),)
    apart = Decision(subject="person", verdict="not-same", first=one, second=other)
    same = Decision(subject="person", verdict="same", first=other, second=one)
    assert len(who_is_who(documents, rulebook, decisions=[same, apart]).people) == 2
    assert len(who_is_who(documents, rulebook, decisions=[apart, same]).people) == 1
