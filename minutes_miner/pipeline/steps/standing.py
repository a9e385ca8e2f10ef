"""Whether a request goes up or down: who asks, who is asked, and how high each of them stands."""

from __future__ import annotations

from minutes_miner.pipeline.sheet import Sheet
from minutes_miner.pipeline.steps.speakers import Cast
from minutes_miner.records import ItemKind

ORDINARY = 1
GOVERNMENT = 4


def asked_for(sheet: Sheet, cast: Cast, asked: str | None, speaker: str | None, verb: str) -> ItemKind:
    """`need` where the one who asks stands below the one who is asked, else `instruction`.

    Args:
        sheet: the document.
        cast: who holds what.
        asked: the name of the one who is asked, None where the text does not say.
        speaker: the entity that asks.
        verb: the verb of asking in lower case; `mohon` and `tolong` ask upward, `minta` does where nobody is named.
    """
    mine, theirs = standings(sheet, cast, asked, speaker)
    if mine is not None and theirs is not None:
        return "need" if theirs > mine else "instruction"
    if mine is not None and mine <= ORDINARY:
        return "need"
    if theirs is not None:
        return "need" if mine is None and speaker is not None and (verb in sheet.lexis.begging or theirs >= GOVERNMENT) else "instruction"
    return "need" if verb in sheet.lexis.humble and speaker is not None else "instruction"


def standings(sheet: Sheet, cast: Cast, asked: str | None, speaker: str | None) -> tuple[int | None, int | None]:
    """How high the one who asks and the one who is asked stand."""
    return standing_of(sheet, cast, speaker), _of_name(sheet, asked) if asked is not None else None


def standing_of(sheet: Sheet, cast: Cast, entity: str | None) -> int | None:
    """How high an entity stands by its office or institution (5 the state, 0 the public), None where nothing tells."""
    if entity is None:
        return None
    for one in (cast.office_of.get(entity), entity, cast.institution(entity)):
        name = cast.name(one)
        standing = _of_name(sheet, name) if name is not None else None
        if standing is not None:
            return standing
    return None


def _of_name(sheet: Sheet, name: str) -> int | None:
    """By the first words (`para wali nagari`), or those that have a rank: the lowest for a post (`Ketua Forum Panti`), else the first."""
    ranks = sheet.lexis.standings
    words = name.lower().replace("(", " ").replace(",", " ").split()
    while words and words[0] in sheet.lexis.plurals:
        del words[0]
    if " ".join(words[:2]) in ranks:
        return ranks[" ".join(words[:2])]
    found = [ranks[word] for word in words if word in ranks]
    if not found:
        return None
    return min(found) if words[0] in sheet.lexis.led else found[0]
