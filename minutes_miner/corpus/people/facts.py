"""What is known of each person of each document, put so that it can be compared between documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from minutes_miner.corpus.people.areas import NATION, Areas
from minutes_miner.corpus.people.bodies import Bodies, BodyKey, BodyNames
from minutes_miner.corpus.people.company import Company
from minutes_miner.corpus.people.decisions import Anchored, Decision, Verdict, pairs
from minutes_miner.corpus.people.names import Names, Words
from minutes_miner.corpus.people.posts import Post, Posts
from minutes_miner.corpus.people.sightings import DocumentSeen, HolderSeen, InstitutionSeen, PersonSeen
from minutes_miner.rulebook.model import Rulebook
from minutes_miner.rulebook.wordlists import WordList


@dataclass(frozen=True, slots=True)
class Held:
    """A post that a document says a person holds."""

    post: Post
    acting: bool
    seen: HolderSeen


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """One person of one document: `document` counts the documents in the order of their ids; `gender` and `faith` are "" if not told."""

    document: int
    seen: PersonSeen
    words: Words
    area: str
    date: str | None
    held: tuple[Held, ...]
    gender: str
    faith: str
    degrees: frozenset[str]


@dataclass(frozen=True, slots=True)
class Gathered:
    """The people, posts and institutions of all documents, which stand in the order of their ids."""

    documents: Sequence[DocumentSeen]
    people: Sequence[PersonFacts]
    bodies: Bodies
    body_of: Sequence[Mapping[str, BodyKey]]
    post_of: Sequence[Mapping[str, Post]]
    company: Company
    names: Names


class TitleFacts:
    """What the titles of a person tell: man or woman, and the faith."""

    def __init__(self, lists: Mapping[str, WordList]) -> None:
        facts = {word: (row["gender"], row["faith"]) for word, row in lists["title_facts"].rows.items()}
        self._facts = {word: facts[row["canonical"]] for word, row in lists["titles"].rows.items() if row["canonical"] in facts}
        self._known: dict[tuple[str, ...], tuple[str, str]] = {}

    def of(self, prefixes: tuple[str, ...]) -> tuple[str, str]:
        """Gender (`m`, `f`) and faith, each "" where no title tells or two tell otherwise."""
        known = self._known.get(prefixes)
        if known is None:
            found = [self._facts[title] for title in prefixes if title in self._facts]
            known = self._known[prefixes] = (_only(gender for gender, _ in found), _only(faith for _, faith in found))
        return known


def gather(documents: Iterable[DocumentSeen], rulebook: Rulebook, decisions: Sequence[Decision] = ()) -> Gathered:
    """The facts of all documents.

    Args:
        documents: in any order; one that is given twice counts once.
        rulebook: the model's lists and regions.
        decisions: what people said; here those about institutions count.
    """
    ordered = sorted({document.id: document for document in documents}.values(), key=lambda document: document.id)
    names, areas, titles = Names(rulebook.lists), Areas(rulebook), TitleFacts(rulebook.lists)
    words = [[names.words(person.name) for person in document.people] for document in ordered]
    company = Company(words)
    homes = company.lend([areas.home(document) for document in ordered], [document.date for document in ordered])
    body_names = BodyNames(rulebook, areas)
    bodies = Bodies(body_names)
    posts = Posts(rulebook, body_names, areas, bodies)
    keys = [{one.id: bodies.add(one, home) for one in document.institutions} for document, home in zip(ordered, homes, strict=True)]
    for document, home in zip(ordered, homes, strict=True):
        for office in document.offices:
            posts.imply(office, home)
    bodies.join(_said(ordered, keys, decisions, "same"), _said(ordered, keys, decisions, "not-same"))
    post_of = [_posts(posts, document, home) for document, home in zip(ordered, homes, strict=True)]
    people = [
        facts
        for number, document in enumerate(ordered)
        for facts in _people(number, document, words[number], homes[number], post_of[number], titles)
    ]
    return Gathered(ordered, people, bodies, keys, post_of, company, names)


def _said(
    documents: Sequence[DocumentSeen], keys: Sequence[Mapping[str, BodyKey]], decisions: Sequence[Decision], verdict: Verdict
) -> list[tuple[BodyKey, BodyKey]]:
    """The institutions of which people said that they are the same, or are not."""
    if not any(one.subject == "institution" for one in decisions):
        return []
    named = [
        (document.id, one.spot.start, one.name, keys[at][one.id]) for at, document in enumerate(documents) for one in document.institutions
    ]
    anchored = Anchored((id, start, name, number) for number, (id, start, name, _) in enumerate(named))
    return [
        (named[x][-1], named[y][-1])
        for first, second in pairs(decisions, "institution", verdict, anchored)
        for x in first
        for y in second
        if named[x][-1] != named[y][-1]
    ]


def _posts(posts: Posts, document: DocumentSeen, home: str) -> dict[str, Post]:
    inside: dict[str, InstitutionSeen] = {one.id: one for one in document.institutions}
    return {office.id: posts.of(office, inside, home) for office in document.offices}


def _people(
    number: int, document: DocumentSeen, words: Sequence[Words], home: str, posts: Mapping[str, Post], titles: TitleFacts
) -> Iterable[PersonFacts]:
    held: dict[str, list[Held]] = {}
    for one in document.holders:
        if one.office in posts:
            held.setdefault(one.person, []).append(Held(posts[one.office], one.acting, one))
    for person, own in zip(document.people, words, strict=True):
        if own:
            mine = tuple(held.get(person.id, ()))
            gender, faith = titles.of(person.prefixes)
            yield PersonFacts(number, person, own, _area(mine, home), document.date, mine, gender, faith, frozenset(person.degrees))


def _area(held: Sequence[Held], home: str) -> str:
    """Where a person belongs: to the region of the post that is held, else to that of the document."""
    areas = [one.post.area for one in held]
    if not areas or home in areas:
        return home
    local = [area for area in areas if area != NATION]
    return local[0] if local else NATION


def _only(values: Iterable[str]) -> str:
    told = set(values) - {""}
    return told.pop() if len(told) == 1 else ""
