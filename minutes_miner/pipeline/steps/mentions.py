"""Finds the mentions: dates, places, institutions, offices, people, amounts, each layer seeing what the earlier ones found."""

from __future__ import annotations

from minutes_miner.pipeline.lexis import LABELS
from minutes_miner.pipeline.outline import Line
from minutes_miner.pipeline.sheet import Found, Sheet
from minutes_miner.pipeline.steps import abbreviations, namesakes, places
from minutes_miner.pipeline.steps.layers import best, candidates, clear_of, write

SHORTEST_NAME = 3
LONGEST_HOLDER = 4
RUNNING = ("institution.named", "institution.body", "institution.agency", "institution.single", "institution.council")


def find_times(sheet: Sheet) -> None:
    """Begin `sheet.mentions` with the dates and times."""
    write(sheet, best(candidates(sheet, "times")))


def find_mentions(sheet: Sheet, lines: list[Line]) -> None:
    """Fill `sheet.mentions`, which hold the dates and times already."""
    places.find_places(sheet)
    write(sheet, _freed(sheet, _trimmed(sheet, best(candidates(sheet, "institutions")))))
    abbreviations.find_defined(sheet)
    write(sheet, best(candidates(sheet, "offices")))
    people = candidates(sheet, "people") + namesakes.listed_people(sheet, lines)
    write(sheet, best(clear_of(sheet, people, ("DATE", "TIME", "INSTITUTION", "OFFICE"))))
    namesakes.find_later_names(sheet)
    write(sheet, best(clear_of(sheet, candidates(sheet, "amounts"), LABELS)))
    sheet.mentions = _standing(sheet.mentions)


def _trimmed(sheet: Sheet, found: list[Found]) -> list[Found]:
    """Institutions cut back to a name that stands alone elsewhere, so that a holder's name behind it is set free.

    `Ketua Panti Asuhan Darul Aitam Rusdi Albaar` beside `Panti Asuhan Darul Aitam` loses `Rusdi Albaar`.
    """
    names = {tuple(sheet.lowers[f.first : f.last]) for f in found if f.last - f.first >= SHORTEST_NAME}
    for span in found:
        words = tuple(sheet.lowers[span.first : span.last])
        for length in range(len(words) - 1, SHORTEST_NAME - 1, -1):
            rest = range(span.first + length, span.last)
            if (
                words[:length] in names
                and len(rest) <= LONGEST_HOLDER
                and all(sheet.has(i, "Cap") or sheet.has(i, "name_parts") for i in rest)
            ):
                if not any(sheet.has(i, "B:PLACE") or sheet.has(i, "I:PLACE") for i in rest):
                    span.last = span.first + length
                break
    return found


def _freed(sheet: Sheet, found: list[Found]) -> list[Found]:
    """Institutions without the speaker's name that runs on from them (`Direktur Yayasan Kasih Ibu Vinsen Kia Beda mengatakan`).

    Only where a post stands before the institution and a saying verb behind it; the name begins at the first given name, else it is what
    follows the last word that organisations use, else the last two words.
    """
    for span in found:
        if span.rule not in RUNNING or not _spoken(sheet, span):
            continue
        places = [at for at in range(span.first + 2, span.last) if not (sheet.has(at, "B:PLACE") or sheet.has(at, "I:PLACE"))]
        if len(places) < span.last - span.first - 2 or not places:
            continue
        given = [at for at in places if sheet.has(at, "given_names") or sheet.has(at, "name_parts")]
        common = [at for at in range(span.first + 1, span.last) if sheet.has(at, "field_words") or sheet.has(at, "organisation_words")]
        start = given[0] if given else max(common[-1] + 1, span.first + 2) if common else span.last - 2
        if span.first + 2 <= start < span.last and span.last - start <= LONGEST_HOLDER:
            span.last = start
    return found


def _spoken(sheet: Sheet, span: Found) -> bool:
    if span.last >= sheet.size or not (sheet.has(span.last, "saying") or sheet.has(span.last, "told")):
        return False
    before = span.first - 1
    return before >= 0 and (sheet.has(before, "office_heads") or sheet.has(before, "B:office_heads") or sheet.has(before, "I:office_heads"))


def _standing(mentions: list[Found]) -> list[Found]:
    """The mentions that count: what lies inside a longer one goes, but an institution inside an office or institution stays (nested)."""
    mentions.sort(key=lambda f: (f.first, -f.last))
    kept: list[Found] = []
    open_spans: list[Found] = []
    for found in mentions:
        open_spans = [span for span in open_spans if span.last > found.first]
        inside = bool(open_spans)
        if inside and found.label != "INSTITUTION":
            continue
        if inside and not all(span.label in ("OFFICE", "INSTITUTION") for span in open_spans):
            continue
        if any(span.first == found.first and span.last == found.last for span in open_spans):
            continue
        found.nested = inside
        kept.append(found)
        open_spans.append(found)
    return kept
