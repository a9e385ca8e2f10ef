"""Who said a quotation: the one named after it (`“...,” ujar X`) or before it (`X mengatakan, “...”`), else the last speaker goes on."""

from __future__ import annotations

from minutes_miner.pipeline.sheet import Sheet
from minutes_miner.pipeline.steps.quotes import Quote
from minutes_miner.pipeline.steps.said import REACH, SHORTEST_QUOTE, SIGNS, STOPS, Said, Scene, within_mention

NAMED_BEHIND = ("saying_after", "passive_saying", "according", "B:according", "I:according")


def quoted(scene: Scene, quote: Quote, first: int, goes_on: bool = False) -> Said | None:
    """A quotation as a statement of its speaker, where it has one.

    Args:
        scene: who spoke last.
        quote: where the passage stands.
        first: where its sentence begins.
        goes_on: it is the rest of the passage before it.
    """
    if goes_on:
        return Said(quote.first, quote.last, True, scene.current, "", "statement.continued")
    length = quote.last - quote.first
    speaker, cue, rule = _after_quote(scene, quote.closes)
    if not rule:
        speaker, cue, rule = _before_quote(scene, quote, first)
    if not rule:
        if not _fills_line(scene.sheet, quote) or length < SHORTEST_QUOTE:
            return None
        speaker, cue, rule = _next_sentence(scene, quote.closes)
        if speaker is None:
            return None
    elif length < SHORTEST_QUOTE - 1:
        return None
    scene.heard(speaker)
    return Said(quote.first, quote.last, True, speaker, cue, rule)


def _after_quote(scene: Scene, at: int) -> tuple[str | None, str, str]:
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
            return scene.clitic(here), sheet.words[here], "statement.quote_nya"
        beside = step == 0 and (sheet.has(here, "saying") or sheet.has(here, "beside_quotes"))
        if beside or sheet.has(here, "saying_after"):
            stop = _attribution_end(sheet, here + 1, here + 1 + REACH)
            told = scene.described if here + 1 < sheet.size and sheet.has(here + 1, "epithets") else scene.named
            return told(here + 1, stop) or scene.current, sheet.words[here], "statement.quote_after"
    return _subject_behind(scene, at)


def _subject_behind(scene: Scene, at: int) -> tuple[str | None, str, str]:
    """Speaker, cue and rule of `“...,” Rosmaida menambahkan.`"""
    sheet = scene.sheet
    end = at + 1 if sheet.has(at, "pronouns") and sheet.words[at].islower() else at
    if end == at and sheet.words[at - 1][-1] not in STOPS:
        for mention in scene.cast.speaking(sheet, at, at + REACH):
            if mention.label == "INSTITUTION" or not all(
                sheet.words[i] == "," or sheet.has(i, "titles") for i in range(end, mention.first)
            ):
                break
            end = mention.last
    while end > at and end < sheet.size and (sheet.words[end] == "," or sheet.has(end, "degrees")):
        end += 1
    for verb in range(end, min(end + 2, sheet.size)) if end > at else ():
        if sheet.has(verb, "saying") and verb + 1 < sheet.size and sheet.words[verb + 1] in STOPS:
            return scene.named(at, verb) or scene.current, sheet.words[verb], "statement.quote_after"
    return None, "", ""


def _attribution_end(sheet: Sheet, first: int, last: int) -> int:
    """Where the naming of a speaker ends: at a stop, at a comma outside the name, or before words like `saat` (`ujar Bupati saat ...`)."""
    for at in range(first, min(last, sheet.size)):
        if sheet.words[at] in STOPS or "\n" in sheet.words[at]:
            return at
        if sheet.words[at] == "," and not within_mention(sheet, at):
            return at
        if sheet.has(at, "attribution_ends") and not _through(sheet, at):
            return at
    return min(last, sheet.size)


def _through(sheet: Sheet, at: int) -> bool:
    """Whether somebody else is named through whom a head speaks (`Kepala Dinas Sosial melalui Kepala Bidang ...`)."""
    return sheet.has(at, "speaking_through") and any(m.label in ("OFFICE", "PERSON") for m in sheet.between(at + 1, at + 2))


def _next_sentence(scene: Scene, at: int) -> tuple[str | None, str, str]:
    """Speaker, cue and rule of a quotation that is a sentence: who is named behind it (`Hal itu disampaikan X`), else the last speaker."""
    sheet = scene.sheet
    while at < sheet.size and (sheet.words[at] in SIGNS | STOPS or "\n" in sheet.words[at]):
        at += 1
    if at < sheet.size and (sheet.has(at, "referring_back") or sheet.has(at, "B:referring_back")):
        verb = at + 1
        while verb < sheet.size and sheet.has(verb, "I:referring_back"):
            verb += 1
        if verb < sheet.size and sheet.has(verb, "passive_saying"):
            speaker = scene.named(verb + 1, _attribution_end(sheet, verb + 1, verb + 1 + REACH))
            if speaker is not None:
                return speaker, sheet.words[verb], "statement.quote_after"
    return scene.current, "", "statement.continued"


def _before_quote(scene: Scene, quote: Quote, first: int) -> tuple[str | None, str, str]:
    """Speaker, cue and rule of a saying verb that stands before the opening mark in the same sentence."""
    sheet = scene.sheet
    near = quote.opens - 1
    for mention in reversed(scene.cast.speaking(sheet, max(first, near - REACH), near)):
        if near - 2 <= mention.last <= near:
            near = mention.first - 1
    for at in range(quote.opens - 1, max(first, near - 8) - 1, -1):
        if any(sheet.has(at, name) for name in NAMED_BEHIND) or sheet.lowers[at] in sheet.lexis.after_nya:
            speaker = scene.named(at + 1, quote.opens) or scene.current or scene.subject(first, at)
            return speaker, sheet.words[at], "statement.quote_before"
        if sheet.has(at, "saying"):
            speaker = scene.subject(first, at) or scene.current
            return speaker, sheet.words[at], "statement.quote_before"
    if near <= first and sheet.words[quote.opens - 1] == ":":
        return scene.named(first, quote.opens), "", "statement.quote_before"
    return None, "", ""


def _fills_line(sheet: Sheet, quote: Quote) -> bool:
    """Whether a quotation begins its line or follows a sentence end, and nothing but signs follows it."""
    before = quote.opens - 1
    starts = before < 0 or "\n" in sheet.words[before] or sheet.words[before] in STOPS
    at = quote.closes
    while at < sheet.size and sheet.words[at] in SIGNS | STOPS:
        at += 1
    return starts and (at >= sheet.size or "\n" in sheet.words[at] or sheet.words[at][0].isupper() or sheet.words[at] in '(“"')
