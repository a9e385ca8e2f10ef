"""An analysis as a page of text in which a change of what is found is a changed line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from minutes_miner.records import Analysis, Header, Item, Mention, Person, Statement


def summary(analysis: Analysis) -> str:
    """What was found in one document: the header, then people with their offices, institutions, dates, statements and items.

    Ids and offsets are left out, so that one find more does not change all lines below it.

    >>> from minutes_miner import mine_texts
    >>> print(summary(next(mine_texts(["Bupati Ngawi Bambang Wirawan berjanji memperbaiki atap panti."]))))
    DOCUMENT
      kind: other
    <BLANKLINE>
    PEOPLE
      Bambang Wirawan = Bupati Ngawi
    <BLANKLINE>
    STATEMENTS
      indirect, Bambang Wirawan: memperbaiki atap panti
    <BLANKLINE>
    ITEMS
      commitment: berjanji memperbaiki atap panti
        actor Bambang Wirawan; speaker Bambang Wirawan
    <BLANKLINE>
    """
    sections = (
        ("DOCUMENT", _header(analysis.document)),
        ("PEOPLE", (_person(analysis, person) for person in analysis.people)),
        ("INSTITUTIONS", (f"{each.name} [{each.abbreviation}]" if each.abbreviation else each.name for each in analysis.institutions)),
        ("DATES", dict.fromkeys(_date(mention) for mention in analysis.mentions if mention.label == "DATE")),
        ("STATEMENTS", (_statement(statement) for statement in analysis.statements)),
        ("ITEMS", (line for item in analysis.items for line in _item(item))),
    )
    written = ((name, [f"  {line}" for line in lines]) for name, lines in sections)
    return "\n".join("\n".join([name, *lines, ""]) for name, lines in written if lines)


def _header(header: Header) -> Iterator[str]:
    for name in ("kind", "date", "title", "place", "event", "time", "venue", "chair", "secretary"):
        value = getattr(header, name)
        if value is not None:
            yield f"{name}: {_line(value)}"
    if header.attendees:
        yield f"attendees: {', '.join(map(_line, header.attendees))}"
    yield from (f"warning: {warning.code}" for warning in header.warnings)


def _person(analysis: Analysis, person: Person) -> str:
    names = {office.id: office.name for office in analysis.offices}
    held = [holder for holder in analysis.holders if holder.person == person.id]
    offices = [f"{names[holder.office]} (acting)" if holder.acting else names[holder.office] for holder in held]
    name = _joined((*person.prefixes, person.name, *(f", {degree}" for degree in person.degrees)))
    return _joined([name, *(f"= {_line(office)}" for office in offices)])


def _joined(words: Iterable[str]) -> str:
    return " ".join(words).replace(" ,", ",")


def _date(mention: Mention) -> str:
    return f"{_line(mention.text)} = {_days(mention.value.get('start'), mention.value.get('end')) if mention.value else 'no value'}"


def _days(start: object, end: object) -> str:
    return f"{start}" if start == end else f"{start} to {end}"


def _statement(statement: Statement) -> str:
    form = "direct" if statement.direct else "indirect"
    return f"{form}, {statement.speaker_name or 'nobody'}: {_line(statement.text)}"


def _item(item: Item) -> Iterator[str]:
    yield f"{item.kind}: {_line(item.text)}"
    facts = {"actor": item.actor, "speaker": item.speaker, "due": None, "amount": None, "topic": item.topic, "status": None}
    if item.deadline:
        facts["due"] = _days(item.deadline.start, item.deadline.end) if item.deadline.start else f"“{item.deadline.text}”"
    if item.amount:
        facts["amount"] = f"{item.amount.value:.0f} {item.amount.currency}"
    if item.status != "open":
        facts["status"] = item.status
    told = "; ".join(f"{name} {_line(value)}" for name, value in facts.items() if value)
    if told:
        yield f"  {told}"


def _line(text: str) -> str:
    return " ".join(text.split())
