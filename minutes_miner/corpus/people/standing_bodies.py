"""Posts and institutions of many documents as entities with ids that last."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from minutes_miner.corpus.people.areas import NATION
from minutes_miner.corpus.people.bodies import BodyKey, Words
from minutes_miner.corpus.people.decisions import Anchored, Decision, Subject, new_names
from minutes_miner.corpus.people.entity_ids import Nameless, give_ids
from minutes_miner.corpus.people.facts import Gathered
from minutes_miner.corpus.people.posts import Post

INSTITUTION, OFFICE = "i", "o"
OneKey = tuple[Words, BodyKey, str, str]


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, post or institution of the archive; `marks` are (document, id there); `single`: a post for one."""

    id: str
    name: str
    names: tuple[str, ...]
    region: str | None
    marks: tuple[tuple[str, str], ...]
    single: bool = False
    institution: str | None = None


def bodies_of(found: Gathered, earlier: Mapping[tuple[str, str], str], decisions: Sequence[Decision] = ()) -> tuple[Entity, ...]:
    """The institutions, by id.

    Args:
        found: what all documents say.
        earlier: (document, id there) -> the id that an earlier run gave.
        decisions: what people said.
    """
    marks: defaultdict[BodyKey, list[tuple[str, str]]] = defaultdict(list)
    for document, keys in zip(found.documents, found.body_of, strict=True):
        for id, key in keys.items():
            marks[found.bodies.root(key)].append((document.id, id))
    bodies = {root: body for root, body in found.bodies.all().items() if root in marks}
    things = [Nameless(INSTITUTION, " ".join(max(body.keys, key=_fullness)[0]), root[1], "", marks[root]) for root, body in bodies.items()]
    named = _renamed(found, decisions, "institution")
    entities = [
        Entity(
            id, named(thing.marks) or body.name, tuple(sorted({*body.names, *body.abbreviations})), body.region, tuple(sorted(thing.marks))
        )
        for id, thing, body in zip(give_ids(things, earlier), things, bodies.values(), strict=True)
    ]
    return tuple(sorted(entities, key=lambda entity: entity.id))


def offices_of(found: Gathered, earlier: Mapping[tuple[str, str], str], decisions: Sequence[Decision] = ()) -> tuple[Entity, ...]:
    """The posts, by id; one whose words do not say which of many it is (`Camat`) is one for each document.

    Args:
        found: what all documents say.
        earlier: (document, id there) -> the id that an earlier run gave.
        decisions: what people said.
    """
    marks: defaultdict[OneKey, list[tuple[str, str]]] = defaultdict(list)
    posts: dict[OneKey, list[Post]] = {}
    regions: defaultdict[OneKey, Counter[str]] = defaultdict(Counter)
    for document, of in zip(found.documents, found.post_of, strict=True):
        for office in document.offices:
            post = of[office.id]
            key = (post.role, post.body or ((), ""), post.area, document.id if post.vague else "")
            marks[key].append((document.id, office.id))
            posts.setdefault(key, []).append(post)
            if office.region:
                regions[key][office.region] += 1
    bodies = found.bodies.all()
    keys = sorted(posts)
    called = region_names(found)
    named = _renamed(found, decisions, "office")
    things = [Nameless(OFFICE, _id_name(posts[key][0]), key[2], key[3], marks[key]) for key in keys]
    entities = []
    for id, key, thing in zip(give_ids(things, earlier), keys, things, strict=True):
        post = posts[key][0]
        body = bodies.get(post.body) if post.body is not None else None
        names = Counter(one.name for one in posts[key])
        region = called.get(post.area) or min(regions[key], key=lambda name: (-len(name), name), default=None)
        entities.append(
            Entity(
                id,
                named(thing.marks) or min(names, key=lambda name: (-len(name.split()), -names[name], name)),
                tuple(sorted(names)),
                region if post.area != NATION else None,
                tuple(sorted(thing.marks)),
                single=any(one.single for one in posts[key]) and not post.vague,
                institution=(body.name or None) if body is not None else None,
            )
        )
    return tuple(sorted(entities, key=lambda entity: entity.id))


def region_names(found: Gathered) -> dict[str, str]:
    """Keys of regions -> the longest name that documents give them."""
    names: dict[str, str] = {}
    for body in found.bodies.all().values():
        region = body.region
        if region is not None and (len(region), region) > (len(names.get(body.area, "")), names.get(body.area, "")):
            names[body.area] = region
    return names


def _fullness(key: BodyKey) -> tuple[int, BodyKey]:
    return len(key[0]), key


def _id_name(post: Post) -> str:
    return " ".join((*post.role, *(post.body[0] if post.body is not None else ())))


def _renamed(found: Gathered, decisions: Sequence[Decision], subject: Subject) -> Callable[[Iterable[tuple[str, str]]], str | None]:
    """Gives the name that people gave to a thing by its mentions."""
    rows = [
        (document.id, one.spot.start, one.name, one.id)
        for document in found.documents
        for one in (document.offices if subject == "office" else document.institutions)
    ]
    names = new_names(decisions, subject, Anchored((id, start, name, number) for number, (id, start, name, _) in enumerate(rows)))
    by_mark = {(rows[number][0], rows[number][3]): name for number, name in names.items()}
    return lambda marks: min((by_mark[mark] for mark in marks if mark in by_mark), default=None)
