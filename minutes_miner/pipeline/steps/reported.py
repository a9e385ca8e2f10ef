"""Indirect speech: what a sentence reports that somebody said.

The frames: the clause of a saying verb (`X mengatakan ...`), `Menurut X, ...`, the inverted passive (`Dijelaskan X, ...`), an attribution
inside or after the clause (`..., lanjut X, ...`). Pronouns and `-nya` mean the last speaker.
"""

from __future__ import annotations

from minutes_miner.pipeline.outline import ITEM_SECTIONS, Line
from minutes_miner.pipeline.sheet import Sheet
from minutes_miner.pipeline.steps.said import REACH, SHORTEST_CLAUSE, SIGNS, Said, Scene, content_end, within_mention


def reported(scene: Scene, first: int, last: int, inside: set[int], line: Line | None) -> list[Said]:
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
            elif sheet.has(at, "saying") and (at > first or (line is not None and line.marked)) and _reports(sheet, first, at, last, line):
                step = _of_verb(scene, first, at, last, inside)
            elif (sheet.has(at, "saying_after") or word in sheet.lexis.after_nya) and (at == first or sheet.words[at - 1] == ","):
                step = _inserted(scene, first, at, last, inside)
        if step is not None:
            found.append(step)
            until = step.last
            scene.current = step.speaker or scene.current
        at += 1
    if not found:
        scene.notice(first, last, inside)
    return found


def _reports(sheet: Sheet, first: int, at: int, last: int, line: Line | None) -> bool:
    """Whether a saying verb reports something here."""
    opens = not any(sheet.words[i][0].isalpha() for i in range(first, at))
    if opens and any(sheet.words[i] == "," and sheet.has(i + 1, "B:PERSON") for i in range(at + 1, min(at + 6, last - 1))):
        return False  # `Menjawab hal itu, Bambang ...`: what is answered, not what is said
    if line is not None and line.section in ITEM_SECTIONS and sheet.has(at, "delivering") and not sheet.has(at + 1, "complementisers"):
        return False  # `Camat menyampaikan laporan ...`: what is to be handed in, not what is said
    before = sheet.lowers[at - 1] if at > first else ""
    return not sheet.has(at - 1, "not_reporting") if before else True


def _of_verb(scene: Scene, first: int, at: int, last: int, inside: set[int]) -> Said | None:
    """`X mengatakan (bahwa) ...`"""
    sheet = scene.sheet
    start = at + 1
    while start < last and (sheet.words[start] in SIGNS or sheet.has(start, "complementisers") or sheet.has(start, "adverbs_said")):
        start += 1
    if start >= last or start in inside:
        _note(scene, first, at)
        return None
    stop = content_end(sheet, start, last, inside)
    if stop - start < SHORTEST_CLAUSE:
        _note(scene, first, at)
        return None
    speaker = scene.subject(first, at) or scene.current
    if speaker is None:
        return None
    return Said(start, stop, False, speaker, sheet.words[at], "statement.reported")


def _note(scene: Scene, first: int, at: int) -> None:
    """Remember who says something that is not in the clause (`X mengatakan:` before a quotation)."""
    scene.current = scene.subject(first, at) or scene.current


def _according(scene: Scene, at: int, first: int, last: int, inside: set[int]) -> Said | None:
    """`Menurut X, ...`, `Kata dia, ...`, also inside the sentence: `Salah satu cara, menurut dia, ...`."""
    sheet = scene.sheet
    comma = _comma_behind(sheet, at, last)
    speaker: str | None
    if sheet.lowers[at] in sheet.lexis.according_nya:
        speaker, start = scene.current, at + 1
    else:
        stop = comma if comma is not None else min(last, at + 4)
        speaker = scene.named(at + 1, stop)
        if speaker is None and any(sheet.has(i, "pronouns") for i in range(at + 1, min(stop + 1, last))):
            speaker = scene.current
        if speaker is None:
            return None
        start = comma + 1 if comma is not None else at + 2
    while start < last and sheet.words[start] in SIGNS:
        start += 1
    stop = content_end(sheet, start, last, inside)
    if start in inside or stop - start < SHORTEST_CLAUSE or speaker is None:
        return None
    return Said(start, stop, False, speaker, sheet.words[at], "statement.according")


def _comma_behind(sheet: Sheet, at: int, last: int) -> int | None:
    """The comma that ends the naming of a speaker."""
    return next((i for i in range(at + 1, min(last, at + REACH)) if sheet.words[i] == "," and not within_mention(sheet, i)), None)


def _passive(scene: Scene, at: int, last: int, inside: set[int]) -> Said | None:
    """`Dikatakan X, ...`, `Ditambahkannya, ...`"""
    sheet = scene.sheet
    comma = _comma_behind(sheet, at, last)
    if comma is None:
        return None
    speaker = scene.named(at + 1, comma) or scene.current
    if comma - at > 1 and scene.named(at + 1, comma) is None:
        return None
    stop = content_end(sheet, comma + 1, last, inside)
    if speaker is None or stop - comma < SHORTEST_CLAUSE or comma + 1 in inside:
        return None
    return Said(comma + 1, stop, False, speaker, sheet.words[at], "statement.passive")


def _inserted(scene: Scene, first: int, at: int, last: int, inside: set[int]) -> Said | None:
    """`Selain dana, lanjut dia, panti ...` and `..., paparnya.`"""
    sheet = scene.sheet
    if sheet.lowers[at] in sheet.lexis.after_nya:
        speaker, end = scene.current, at + 1
    else:
        end = next(
            (i for i in range(at + 1, min(last, at + REACH)) if sheet.words[i] in (",", ".", ":") and not within_mention(sheet, i)), last
        )
        speaker = scene.named(at + 1, end)
        if speaker is None and at + 1 < last and sheet.has(at + 1, "pronouns"):
            speaker = scene.current
            end = at + 2
    if speaker is None:
        return None
    start = end
    while start < last and sheet.words[start] in SIGNS:
        start += 1
    stop = content_end(sheet, start, last, inside)
    if stop - start >= SHORTEST_CLAUSE + 1 and start not in inside:
        return Said(start, stop, False, speaker, sheet.words[at], "statement.inserted")
    if at - first > 4 and not any(i in inside for i in range(first, at)):
        return Said(first, at - 1, False, speaker, sheet.words[at], "statement.trailing")
    return None
