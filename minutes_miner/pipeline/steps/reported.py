"""Indirect speech: what a sentence reports that somebody said.

The frames: the clause of a saying verb (`X mengatakan ...`, `... dan berharap ...`), `Menurut X, ...`, the inverted passive
(`Dijelaskan X, ...`), an attribution inside or after the clause (`..., lanjut X, ...`). Pronouns and `-nya` mean the last speaker.
"""

from __future__ import annotations

from minutes_miner.pipeline.outline import ITEM_SECTIONS, Line
from minutes_miner.pipeline.sheet import Sheet
from minutes_miner.pipeline.steps.said import REACH, SHORTEST_CLAUSE, SIGNS, Said, Scene, content_end, says_on, within_mention

ACCORDING = ("according", "B:according", "I:according")
TELLING = frozenset((*ACCORDING, "saying", "saying_after", "passive_saying"))


def reported(scene: Scene, first: int, last: int, inside: set[int], line: Line | None) -> list[Said]:
    """The indirect statements of one sentence."""
    sheet = scene.sheet
    found: list[Said] = []
    facts, lowers, clitics = sheet.facts, sheet.lowers, sheet.lexis.telling_nya
    at = first
    while at < last:
        if facts[at].isdisjoint(TELLING) and lowers[at] not in clitics:
            at += 1
            continue
        begin = at
        while sheet.has(begin, "B:according") and at + 1 < last and sheet.has(at + 1, "I:according"):
            at += 1
        step = None
        if not _beside_quote(sheet, at, inside) and (not found or at >= found[-1].last):
            step = _joined(scene, first, at, last, inside, found) or _framed(scene, first, at, last, inside, line)
        if step is not None:
            step.cue = sheet.text(begin, at + 1)
            found.append(step)
            scene.heard(step.speaker)
        at += 1
    if not found:
        scene.notice(first, last, inside)
    return found


def _beside_quote(sheet: Sheet, at: int, inside: set[int]) -> bool:
    return at in inside or (at and at - 1 in inside) or (at > 1 and at - 2 in inside and sheet.words[at - 1] in SIGNS)


def _joined(scene: Scene, first: int, at: int, last: int, inside: set[int], found: list[Said]) -> Said | None:
    """`X menjelaskan ... dan berharap ...`: the verb behind the joining word has the speaker of the one before."""
    if not found or not found[-1].first < at - 1 == found[-1].last or not scene.sheet.has(at, "saying"):
        return None
    return _of_verb(scene, first, at, last, inside, found[-1].speaker)


def _framed(scene: Scene, first: int, at: int, last: int, inside: set[int], line: Line | None) -> Said | None:
    """The statement that a word of saying makes in its frame."""
    sheet = scene.sheet
    if at > first and sheet.has(at - 1, "relatives"):
        return None
    after_nya = sheet.lowers[at] in sheet.lexis.after_nya
    paused = at == first or sheet.words[at - 1] == ","
    step = None
    if paused and (after_nya or sheet.has(at, "saying_after")):
        step = _inserted(scene, first, at, last, inside)
    if step is not None:
        return step
    if any(sheet.has(at, name) for name in ACCORDING) or sheet.lowers[at] in sheet.lexis.according_nya:
        return _according(scene, at, last, inside)
    if sheet.has(at, "passive_saying") and (paused or at == first + 1):
        return _passive(scene, at, last, inside)
    if sheet.has(at, "saying") and (at > first or (line is not None and line.marked)) and _reports(sheet, first, at, last, line):
        return _of_verb(scene, first, at, last, inside)
    return None


def _reports(sheet: Sheet, first: int, at: int, last: int, line: Line | None) -> bool:
    """Whether a saying verb reports something here."""
    opens = not any(sheet.words[i][0].isalpha() for i in range(first, at))
    if opens and any(sheet.words[i] == "," and sheet.has(i + 1, "B:PERSON") for i in range(at + 1, min(at + 6, last - 1))):
        return False  # `Menjawab hal itu, Bambang ...`: what is answered, not what is said
    if line is not None and line.section in ITEM_SECTIONS and sheet.has(at, "delivering") and not sheet.has(at + 1, "complementisers"):
        return False  # `Camat menyampaikan laporan ...`: what is to be handed in, not what is said
    return at == first or not sheet.has(at - 1, "not_reporting")


def _of_verb(scene: Scene, first: int, at: int, last: int, inside: set[int], speaker: str | None = None) -> Said | None:
    """`X mengatakan (bahwa) ...`"""
    sheet = scene.sheet
    start = at + 1
    while start < last and (sheet.words[start] in SIGNS or sheet.has(start, "complementisers") or sheet.has(start, "adverbs_said")):
        start += 1
    speaker = speaker or scene.subject(first, at) or scene.current
    stop = content_end(sheet, start, last, inside)
    for join in range(start + SHORTEST_CLAUSE, stop):
        if says_on(sheet, at, join):
            stop = content_end(sheet, start, join, inside)
            break
    if start in inside or stop - start < SHORTEST_CLAUSE or (stop < last and sheet.words[stop] == ":" and _announces(sheet, stop - 1)):
        scene.current = speaker
        return None
    return Said(start, stop, False, speaker, "", "statement.reported") if speaker is not None else None


def _announces(sheet: Sheet, at: int) -> bool:
    """Whether a clause only opens a list (`menyampaikan hal-hal sebagai berikut:`)."""
    return sheet.has(at, "announcing")


def _according(scene: Scene, at: int, last: int, inside: set[int]) -> Said | None:
    """`Menurut X, ...`, `Kata dia, ...`, also inside the sentence: `Salah satu cara, menurut dia, ...`."""
    sheet = scene.sheet
    comma = _comma_behind(sheet, at, last)
    if sheet.lowers[at] in sheet.lexis.according_nya:
        speaker, start = scene.current, at + 1
    else:
        start = comma if comma is not None else _naming_end(scene, at + 1, last)
        speaker = _named(scene, at + 1, start)
    while start < last and sheet.words[start] in SIGNS:
        start += 1
    stop = content_end(sheet, start, last, inside)
    if start in inside or stop - start < SHORTEST_CLAUSE or speaker is None:
        return None
    return Said(start, stop, False, speaker, "", "statement.according")


def _naming_end(scene: Scene, at: int, last: int) -> int:
    """Where a naming without a comma behind it ends: after names and posts side by side, else after one word (a pronoun)."""
    end = at
    for mention in scene.cast.speaking(scene.sheet, at, last):
        if mention.first > end + 1:
            break
        end = mention.last
    return max(end, min(at + 1, last))


def _named(scene: Scene, first: int, stop: int) -> str | None:
    """Who is named between two positions, or the last speaker where a pronoun or an epithet stands there (`perempuan berhijab itu`)."""
    sheet = scene.sheet
    if first < sheet.size and sheet.has(first, "epithets"):
        return scene.described(first, stop)
    named = scene.named(first, stop)
    if named is None and any(sheet.has(at, "pronouns") for at in range(first, stop)):
        return scene.current
    return named


def _comma_behind(sheet: Sheet, at: int, last: int) -> int | None:
    """The comma that ends the naming of a speaker."""
    return next((i for i in range(at + 1, min(last, at + REACH)) if sheet.words[i] == "," and not within_mention(sheet, i)), None)


def _passive(scene: Scene, at: int, last: int, inside: set[int]) -> Said | None:
    """`Dikatakan X, ...`, `Dikatakan X bahwa ...`, `Ditambahkannya, ...`, `Ditambahkannya ...`"""
    sheet = scene.sheet
    clitic = sheet.lowers[at].endswith(sheet.lexis.affixes("clitic"))
    border = _comma_behind(sheet, at, last)
    that = next((i for i in range(at + 1, min(last, at + REACH)) if sheet.has(i, "complementisers")), None)
    if that is not None and (border is None or that < border):
        border = that
        if not clitic and that == at + 1:
            return None
    if clitic and border != at + 1 and at + 1 < last and sheet.has(at + 1, "low") and not sheet.has(at + 1, "attribution_ends"):
        border = at
    if border is None:
        return None
    speaker = scene.current if border <= at + 1 else _named(scene, at + 1, border)
    stop = content_end(sheet, border + 1, last, inside)
    if speaker is None or stop - border < SHORTEST_CLAUSE or border + 1 in inside:
        return None
    return Said(border + 1, stop, False, speaker, "", "statement.passive")


def _inserted(scene: Scene, first: int, at: int, last: int, inside: set[int]) -> Said | None:
    """`Selain dana, lanjut dia, panti ...` and `..., paparnya.`"""
    sheet = scene.sheet
    if sheet.lowers[at] in sheet.lexis.after_nya:
        speaker, end = scene.clitic(at), at + 1
    else:
        end = next(
            (i for i in range(at + 1, min(last, at + REACH)) if sheet.words[i] in (",", ".", ":") and not within_mention(sheet, i)), last
        )
        speaker = _named(scene, at + 1, end)
        if at + 1 < last and sheet.has(at + 1, "pronouns"):
            end = at + 2
    if speaker is None:
        return None
    start = end
    while start < last and sheet.words[start] in SIGNS:
        start += 1
    stop = content_end(sheet, start, last, inside)
    if stop - start >= SHORTEST_CLAUSE + 1 and start not in inside:
        return Said(start, stop, False, speaker, "", "statement.inserted")
    if at - first > 4 and not any(i in inside for i in range(first, at)):
        return Said(first, at - 1, False, speaker, "", "statement.trailing")
    return None
