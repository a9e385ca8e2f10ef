"""Statements: what somebody is reported to have said, with the speaker.

The frames are those of Indonesian news and minutes. Direct: a quotation with an attribution after it (`“...,” ujar X`), before it
(`X mengatakan, “...”`) or none (the last speaker goes on); turns of verbatim records (`KETUA: NAMA`). Indirect: the clause of a saying verb
(`X mengatakan ...`), `Menurut X, ...`, the inverted passive (`Dijelaskan X, ...`), an attribution inside or after the clause
(`..., lanjut X, ...`), rows under a heading that names a speaker. Pronouns and `-nya` mean the last human speaker.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from minutes_miner.pipeline.outline import Line
from minutes_miner.pipeline.sheet import Sheet
from minutes_miner.pipeline.steps.quotes import Quote
from minutes_miner.pipeline.steps.speakers import Cast, person_or_office
from minutes_miner.pipeline.steps.turns import Turn

SHORTEST_QUOTE = 4
SHORTEST_CLAUSE = 2
REACH = 22
LONGEST_MENTION = 80
LONGEST_HEADING = 14
LISTS = ("attendees", "attendance", "absentees", "agenda", "programme")
SIGNS = frozenset(",:;-–—")
STOPS = frozenset(".!?")


@dataclass(slots=True)
class Said:
    """A statement by positions (half open); `speaker` is an entity id."""

    first: int
    last: int
    direct: bool
    speaker: str | None
    cue: str
    rule: str


@dataclass(slots=True)
class _Scene:
    """What the finder carries from sentence to sentence."""

    sheet: Sheet
    cast: Cast
    current: str | None = None
    focus: dict[int, str | None] = field(default_factory=dict)


def find_statements(
    sheet: Sheet, sentences: list[tuple[int, int]], quotes: list[Quote], lines: list[Line], turns: list[Turn], cast: Cast
) -> tuple[list[Said], dict[int, str | None]]:
    """Every statement in order of the text, and for the first position of each sentence the one whom `ia` means there."""
    said = [Said(turn.first, turn.last, True, turn.speaker, sheet.text(*turn.label), "statement.turn") for turn in turns]
    spoken = {at for one in said for at in range(one.first, one.last)}
    scene = _Scene(sheet, cast)
    inside = {at for quote in quotes for at in range(quote.opens, quote.closes)}
    rows = {line.first: line for line in lines}
    after = {line.first: below for line, below in pairwise(lines)}
    heading: _Heading | None = None
    attributed: list[Said] = []
    by_close = {quote.closes: quote for quote in quotes}
    pending = [q for q in quotes if q.first not in spoken]
    for first, last in sentences:
        if first in spoken:
            continue
        scene.focus[first] = scene.current
        line = rows.get(first)
        if line is not None and line.cells:
            continue
        if line is not None:
            known = heading
            heading = _heading(scene, line, after.get(line.first), heading)
            if heading is not None and heading is known and line.marked and line.content < line.last:
                row = _row(scene, line, heading.speaker)
                if row is not None:
                    attributed.append(row)
                    continue
            named = _labelled(scene, line, quotes)
            if named is not None:
                attributed.append(named)
                continue
        for quote in [q for q in pending if first <= q.opens < last]:
            attributed += _direct(scene, quote, first, last, by_close)
        attributed += _indirect(scene, first, last, inside, line)
    said += _merged(attributed)
    said.sort(key=lambda one: (one.first, one.last))
    return said, scene.focus


# Direct speech


def _direct(scene: _Scene, quote: Quote, first: int, last: int, by_close: dict[int, Quote]) -> list[Said]:
    sheet = scene.sheet
    content = (quote.first, quote.last)
    speaker, cue, rule = _after_quote(scene, quote.closes)
    if not rule:
        speaker, cue, rule = _before_quote(scene, quote, first)
    if not rule:
        whole = _fills_line(sheet, quote)
        if not whole or content[1] - content[0] < SHORTEST_QUOTE or scene.current is None:
            return []
        speaker, cue, rule = scene.current, "", "statement.continued"
    elif content[1] - content[0] < SHORTEST_QUOTE - 1:
        return []
    scene.current = speaker or scene.current
    return [Said(*content, True, speaker, cue, rule)]


def _after_quote(scene: _Scene, at: int) -> tuple[str | None, str, str]:
    """Speaker, cue and rule of an attribution that follows the closing mark."""
    sheet = scene.sheet
    while at < sheet.size and (sheet.words[at] in SIGNS or sheet.words[at] in STOPS) and "\n" not in sheet.words[at]:
        at += 1
    if at >= sheet.size:
        return None, "", ""
    for step in range(0, 3):
        here = at + step
        if here >= sheet.size or "\n" in sheet.words[here]:
            break
        if sheet.lowers[here] in sheet.lexis.after_nya:
            return scene.current, sheet.words[here], "statement.quote_nya"
        if sheet.has(here, "saying_after") or (step == 0 and sheet.has(here, "saying")):
            stop = _clause_end(sheet, here + 1, here + 1 + REACH)
            named = None if here + 1 < sheet.size and sheet.has(here + 1, "epithets") else _named(scene, here + 1, stop)
            return named or scene.current, sheet.words[here], "statement.quote_after"
    return None, "", ""


def _before_quote(scene: _Scene, quote: Quote, first: int) -> tuple[str | None, str, str]:
    """Speaker, cue and rule of a saying verb that stands before the opening mark in the same sentence."""
    sheet = scene.sheet
    for at in range(quote.opens - 1, max(first, quote.opens - 9) - 1, -1):
        if sheet.has(at, "saying") or sheet.has(at, "saying_after") or sheet.lowers[at] in sheet.lexis.after_nya:
            speaker = _subject(scene, first, at) or scene.current
            return speaker, sheet.words[at], "statement.quote_before"
    return None, "", ""


def _fills_line(sheet: Sheet, quote: Quote) -> bool:
    """Whether a quotation begins its line or follows a sentence end, and nothing but signs follows it."""
    before = quote.opens - 1
    starts = before < 0 or "\n" in sheet.words[before] or sheet.words[before] in STOPS
    at = quote.closes
    while at < sheet.size and sheet.words[at] in SIGNS | STOPS:
        at += 1
    return starts and (at >= sheet.size or "\n" in sheet.words[at] or sheet.words[at][0].isupper() or sheet.words[at] in '(“"')


# Indirect speech


def _indirect(scene: _Scene, first: int, last: int, inside: set[int], line: Line | None) -> list[Said]:
    """The indirect statements of one sentence."""
    sheet = scene.sheet
    found: list[Said] = []
    at = first
    until = first
    while at < last:
        if at in inside or (at and at - 1 in inside) or (at > 1 and at - 2 in inside and sheet.words[at - 1] in SIGNS):
            at += 1
            continue
        word = sheet.lowers[at]
        step = None
        if at >= until and (at == first or not sheet.has(at - 1, "relatives")):
            if sheet.has(at, "B:according"):
                begin = at
                while at + 1 < last and sheet.has(at + 1, "I:according"):
                    at += 1
                step = _according(scene, at, first, last, inside)
                if step is not None:
                    step.cue = sheet.text(begin, at + 1)
            elif sheet.has(at, "according") or word in sheet.lexis.according_nya:
                step = _according(scene, at, first, last, inside)
            elif sheet.has(at, "passive_saying") and (at <= first + 1 or sheet.words[at - 1] == ","):
                step = _passive(scene, at, last, inside)
            elif sheet.has(at, "saying") and (at > first or (line is not None and line.marked)) and _reports(sheet, first, at, last):
                step = _reported(scene, first, at, last, inside)
            elif (sheet.has(at, "saying_after") or word in sheet.lexis.after_nya) and (at == first or sheet.words[at - 1] == ","):
                step = _inserted(scene, first, at, last, inside)
        if step is not None:
            found.append(step)
            until = step.last
            scene.current = _human(step.speaker) or scene.current
        at += 1
    if not found:
        _notice_subject(scene, first, last, inside)
    return found


def _reports(sheet: Sheet, first: int, at: int, last: int) -> bool:
    opens = not any(sheet.words[i][0].isalpha() for i in range(first, at))
    if opens and any(sheet.words[i] == "," and sheet.has(i + 1, "B:PERSON") for i in range(at + 1, min(at + 6, last - 1))):
        return False  # `Menjawab hal itu, Bambang ...`: what is answered, not what is said
    before = sheet.lowers[at - 1] if at > first else ""
    return not sheet.has(at - 1, "not_reporting") if before else True


def _reported(scene: _Scene, first: int, at: int, last: int, inside: set[int]) -> Said | None:
    """`X mengatakan (bahwa) ...`"""
    sheet = scene.sheet
    start = at + 1
    while start < last and (sheet.words[start] in SIGNS or sheet.has(start, "complementisers") or sheet.has(start, "adverbs_said")):
        start += 1
    if start >= last or start in inside:
        _note(scene, first, at)
        return None
    stop = _content_end(sheet, start, last, inside)
    if stop - start < SHORTEST_CLAUSE:
        _note(scene, first, at)
        return None
    speaker = _subject(scene, first, at) or scene.current
    if speaker is None:
        return None
    return Said(start, stop, False, speaker, sheet.words[at], "statement.reported")


def _note(scene: _Scene, first: int, at: int) -> None:
    scene.current = _human(_subject(scene, first, at)) or scene.current


def _according(scene: _Scene, at: int, first: int, last: int, inside: set[int]) -> Said | None:
    """`Menurut X, ...`, `Kata dia, ...`, also inside the sentence: `Salah satu cara, menurut dia, ...`."""
    sheet = scene.sheet
    comma = _comma_behind(sheet, at, last)
    speaker: str | None
    if sheet.lowers[at] in sheet.lexis.according_nya:
        speaker, start = scene.current, at + 1
    else:
        stop = comma if comma is not None else min(last, at + 4)
        speaker = _named(scene, at + 1, stop)
        if speaker is None and any(sheet.has(i, "pronouns") for i in range(at + 1, min(stop + 1, last))):
            speaker = scene.current
        if speaker is None:
            return None
        start = comma + 1 if comma is not None else at + 2
    while start < last and sheet.words[start] in SIGNS:
        start += 1
    stop = _content_end(sheet, start, last, inside)
    if start in inside or stop - start < SHORTEST_CLAUSE or speaker is None:
        return None
    return Said(start, stop, False, speaker, sheet.words[at], "statement.according")


def _comma_behind(sheet: Sheet, at: int, last: int) -> int | None:
    """The comma that ends the naming of a speaker."""
    return next((i for i in range(at + 1, min(last, at + REACH)) if sheet.words[i] == "," and not _within_mention(sheet, i)), None)


def _passive(scene: _Scene, at: int, last: int, inside: set[int]) -> Said | None:
    """`Dikatakan X, ...`, `Ditambahkannya, ...`; `Hal itu disampaikan X` names the speaker of what stands around it."""
    sheet = scene.sheet
    comma = _comma_behind(sheet, at, last)
    if comma is None:
        return None
    speaker = _named(scene, at + 1, comma) or scene.current
    if comma - at > 1 and _named(scene, at + 1, comma) is None:
        return None
    stop = _content_end(sheet, comma + 1, last, inside)
    if speaker is None or stop - comma < SHORTEST_CLAUSE or comma + 1 in inside:
        return None
    return Said(comma + 1, stop, False, speaker, sheet.words[at], "statement.passive")


def _inserted(scene: _Scene, first: int, at: int, last: int, inside: set[int]) -> Said | None:
    """`Selain dana, lanjut dia, panti ...` and `..., paparnya.`"""
    sheet = scene.sheet
    if sheet.lowers[at] in sheet.lexis.after_nya:
        speaker, end = scene.current, at + 1
    else:
        end = next(
            (i for i in range(at + 1, min(last, at + REACH)) if sheet.words[i] in (",", ".", ":") and not _within_mention(sheet, i)), last
        )
        speaker = _named(scene, at + 1, end)
        if speaker is None and at + 1 < last and sheet.has(at + 1, "pronouns"):
            speaker = scene.current
            end = at + 2
    if speaker is None:
        return None
    start = end
    while start < last and sheet.words[start] in SIGNS:
        start += 1
    stop = _content_end(sheet, start, last, inside)
    if stop - start >= SHORTEST_CLAUSE + 1 and start not in inside:
        return Said(start, stop, False, speaker, sheet.words[at], "statement.inserted")
    if at - first > 4 and not any(i in inside for i in range(first, at)):
        return Said(first, at - 1, False, speaker, sheet.words[at], "statement.trailing")
    return None


# Minutes


@dataclass(slots=True)
class _Heading:
    """A line that names the speaker of the rows below it, with its level in the list."""

    speaker: str
    level: int
    marked: bool


def _heading(scene: _Scene, line: Line, below: Line | None, current: _Heading | None) -> _Heading | None:
    """The heading that holds for the rows from this line on: a new one, the one so far, or none.

    New ones are `c. Sambutan Kepala Desa`, `a. Kabid ... menyampaikan:`, and a line that is a post or a name with deeper rows below.
    """
    sheet = scene.sheet
    words = range(line.content, line.last)
    colon = sheet.words[line.last - 1] == ":"
    speaker: str | None = None
    if colon and any(sheet.has(i, "saying") or sheet.has(i, "told") for i in words):
        verb = next(i for i in words if sheet.has(i, "saying") or sheet.has(i, "told"))
        speaker = _subject(scene, line.content, verb + 1 if verb == line.content else verb)
    elif len(words) <= LONGEST_HEADING and any(sheet.has(i, "speech_nouns") for i in words[:2]):
        speaker = _named(scene, line.content, line.last)
    elif len(words) <= LONGEST_HEADING and below is not None and below.marked and below.level > line.level and line.section not in LISTS:
        mention = next((m for m in sheet.between(line.content, line.content + 1) if not m.nested and m.label in ("OFFICE", "PERSON")), None)
        if mention is not None and mention.last >= line.last - (1 if colon else 0) - 1:
            speaker = scene.cast.resolve(mention.entity)
    if speaker is not None:
        return _Heading(speaker, line.level, line.marked)
    if current is None or line.kind == "heading" or line.cells:
        return current if line.cells else None
    deeper = line.marked and (line.level > current.level or not current.marked)
    return current if deeper else None


def _labelled(scene: _Scene, line: Line, quotes: list[Quote]) -> Said | None:
    """A row `Pak Ahmad: biaya visitasi terlalu berat`: a name, a colon, and more than names behind it."""
    sheet = scene.sheet
    if not line.marked:
        return None
    first = line.content
    while first < line.last and (sheet.has(first, "titles") or sheet.words[first] == "*"):
        first += 1
    mention = next((m for m in sheet.between(first, first + 1) if m.label in ("PERSON", "OFFICE") and not m.nested), None)
    if mention is None or mention.last >= line.last or sheet.words[mention.last] != ":":
        return None
    start = mention.last + 1
    stop = _content_end(sheet, start, line.last, set())
    names = sum(m.last - m.first for m in sheet.between(start, stop) if m.last <= stop and m.label in ("PERSON", "DATE"))
    if stop - start < SHORTEST_QUOTE or names * 2 > stop - start or any(start <= q.opens < stop for q in quotes):
        return None
    speaker = scene.cast.resolve(mention.entity)
    scene.current = speaker or scene.current
    return Said(start, stop, False, speaker, sheet.text(mention.first, mention.last), "statement.labelled")


def _speaks_itself(sheet: Sheet, line: Line) -> bool:
    """Whether a row begins with a person of its own who says something."""
    for mention in sheet.between(line.content, line.content + 3):
        if mention.label == "PERSON":
            return any(sheet.has(at, "saying") or sheet.words[at] == ":" for at in range(mention.last, min(line.last, mention.last + 5)))
    return False


def _row(scene: _Scene, line: Line, speaker: str) -> Said | None:
    """A row below a heading that names its speaker."""
    sheet = scene.sheet
    if _speaks_itself(sheet, line) or any(sheet.has(i, "speech_nouns") for i in range(line.content, min(line.last, line.content + 1))):
        return None
    start = line.content
    if sheet.has(start, "saying"):
        start += 1
        while start < line.last and (sheet.has(start, "complementisers") or sheet.words[start] in SIGNS):
            start += 1
    stop = _content_end(sheet, start, line.last, set())
    if stop - start < SHORTEST_CLAUSE or (_named(scene, line.content, line.last) == speaker and stop - start < 5):
        return None
    return Said(start, stop, False, speaker, sheet.words[line.content], "statement.row")


# Shared


def _subject(scene: _Scene, first: int, verb: int) -> str | None:
    """Who stands before a verb in its sentence: the nearest name, or a pronoun for the last speaker."""
    sheet = scene.sheet
    for at in range(verb - 1, max(first, verb - REACH) - 1, -1):
        if sheet.has(at, "pronouns"):
            return scene.current
        if sheet.words[at] in ("“", '"') or sheet.has(at, "clause_borders"):
            break
    inside = [m for m in sheet.between(first, verb) if m.last <= verb and not m.nested and m.label in ("PERSON", "OFFICE", "INSTITUTION")]
    near = [m for m in inside if verb - m.last <= REACH]
    if not near:
        return None
    people = [m for m in near if m.label == "PERSON" and not _in_brackets(sheet, m.first)]
    if people and verb - people[-1].last <= 12:
        return people[-1].entity
    last = near[-1]
    return scene.cast.resolve(last.entity) if last.label == "OFFICE" else last.entity


def _in_brackets(sheet: Sheet, at: int) -> bool:
    return at > 1 and sheet.words[at - 2] == ":" and sheet.words[at - 1] == "("


def _named(scene: _Scene, first: int, last: int) -> str | None:
    return person_or_office(scene.sheet, first, last, scene.cast)


def _human(entity: str | None) -> str | None:
    return entity


def _notice_subject(scene: _Scene, first: int, last: int, inside: set[int]) -> None:
    """A sentence that begins with a person or a post makes it the one that `ia` means next."""
    for mention in scene.sheet.between(first, last):
        if mention.first not in inside and mention.label == "PERSON":
            scene.current = mention.entity
            break


def _within_mention(sheet: Sheet, at: int) -> bool:
    if sheet.has(at - 1, "titles"):
        return True
    return (
        any(at < m.last for m in sheet.between(at - LONGEST_MENTION, at))
        or (at + 1 < sheet.size and (sheet.has(at + 1, "degrees") or (sheet.has(at - 1, "degrees") and sheet.has(at + 1, "B:OFFICE"))))
        or _apposed(sheet, at)
    )


def _apposed(sheet: Sheet, at: int) -> bool:
    """A comma between an office and its holder."""
    return any(m.last == at and m.label == "OFFICE" for m in sheet.between(at - LONGEST_MENTION, at)) and any(
        m.label == "PERSON" for m in sheet.between(at + 1, at + 5)
    )


def _clause_end(sheet: Sheet, first: int, last: int) -> int:
    for at in range(first, min(last, sheet.size)):
        if sheet.words[at] in STOPS or "\n" in sheet.words[at]:
            return at
        if sheet.words[at] == "," and not _within_mention(sheet, at):
            return at
        if sheet.has(at, "attribution_ends"):
            return at
    return min(last, sheet.size)


def _content_end(sheet: Sheet, start: int, last: int, inside: set[int]) -> int:
    """The end of a clause: before the final stop, a following quotation, or a second saying verb joined by `seraya` and the like."""
    stop = last
    for at in range(start, last):
        if sheet.words[at] in ("“", '"') and at in inside and at > start and sheet.words[at - 1] in (",", ".", ":"):
            stop = at
            break
        if sheet.has(at, "while_saying"):
            stop = at
            break
    while stop > start and (sheet.words[stop - 1] in STOPS or sheet.words[stop - 1] in SIGNS or sheet.words[stop - 1] in '()"”“*'):
        if sheet.words[stop - 1] == ")" and "(" in sheet.words[start:stop]:
            break
        stop -= 1
    return stop


def _merged(said: list[Said]) -> Iterator[Said]:
    """Statements without those that repeat another one's place."""
    taken: list[Said] = []
    for one in said:
        if any(one.first < other.last and other.first < one.last and other.direct == one.direct for other in taken):
            continue
        taken.append(one)
        yield one
