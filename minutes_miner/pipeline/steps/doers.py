"""Who is to act, by the kind of cue: the subject before it, the one who is addressed behind it, the doer of its passive verb."""

from __future__ import annotations

from minutes_miner.pipeline.sheet import Sheet
from minutes_miner.pipeline.steps import actors
from minutes_miner.pipeline.steps.actors import Actor
from minutes_miner.pipeline.steps.belonging import answering
from minutes_miner.pipeline.steps.cues import Cue
from minutes_miner.pipeline.steps.said import Said
from minutes_miner.pipeline.steps.speakers import Cast

PLEASE, TELL, ORDER, AVOID, WANT, PROPOSE = (
    "instruction.please",
    "instruction.tell",
    "instruction.order",
    "instruction.avoid",
    "need.want",
    "need.propose",
)
AFTER_CUE = 3


class Doers:
    """The actors of the items of one document."""

    def __init__(self, sheet: Sheet, cast: Cast, said: list[Said]) -> None:
        self._sheet = sheet
        self._cast = cast
        self._answering = answering(sheet, cast, said)

    def of(self, cue: Cue, first: int, last: int, said: Said | None, focus: str | None) -> Actor | None:
        """The actor of a clause with a cue; `focus` is the last one who was named as speaking, where nobody is quoted."""
        speaker = said.speaker if said is not None else None
        if "addressed" in cue.rule.traits:
            return self._addressed(cue, first, last, speaker) or self._asked_in_hearing(said)
        if cue.kind == "commitment":
            return self._undertaking(cue, first, last, speaker, focus)
        if cue.rule.id == PROPOSE:
            told = actors.addressee(self._sheet, self._cast, cue.last, last)
            return told if told is not None and told.last < last and self._sheet.active(told.last) else None
        if cue.kind == "need":
            return self._lacking_from(cue, first, last)
        before = actors.subject(self._sheet, self._cast, first, cue.first, None)
        if before is not None:
            return before
        if cue.rule.id == ORDER:
            return actors.addressee(self._sheet, self._cast, cue.last, last)
        if cue.rule.id == AVOID:
            return self._asked_in_hearing(said)
        if cue.kind == "decision" and cue.last < last:
            behind = actors.addressee(self._sheet, self._cast, cue.last, last)
            if behind is not None and behind.last < last and self._sheet.has(behind.last, "low"):
                return behind
        return actors.agent(self._sheet, self._cast, cue.last, last)

    def _addressed(self, cue: Cue, first: int, last: int, speaker: str | None) -> Actor | None:
        sheet, cast = self._sheet, self._cast
        passive = cue.rule.id == TELL and sheet.passive(cue.first)
        asks = cue.rule.id == PLEASE or sheet.lowers[cue.first] in sheet.lexis.humble
        if cue.first > first and (passive or (asks and not actors.speaks_of_self(sheet, first, cue.first))):
            before = actors.subject(sheet, cast, first, cue.first, None)
            if before is not None and not self._asks(before, cue.first, speaker):
                return before
        told = actors.addressee(sheet, cast, cue.last, last)
        return told or actors.agent(sheet, cast, cue.last, last) or actors.source(sheet, cast, cue.last, last)

    def _asks(self, one: Actor, cue: int, speaker: str | None) -> bool:
        """Whether somebody before a cue is the one who asks, by the statement or a label (`Pak Darman: mohon ...`), and never acts."""
        if speaker is not None and one.entity is not None and speaker in (one.entity, self._cast.resolve(one.entity)):
            return True
        return any(self._sheet.words[at] == ":" for at in range(one.first, cue))

    def _asked_in_hearing(self, said: Said | None) -> Actor | None:
        """The agency that answers at a hearing, where somebody else asks without saying whom (`jangan ...`, `mohon ...`)."""
        if self._answering is None or said is None or not said.direct:
            return None
        if self._cast.institution(said.speaker) == self._answering:
            return None
        return Actor(self._cast.name(self._answering) or "", self._answering, said.first)

    def _undertaking(self, cue: Cue, first: int, last: int, speaker: str | None, focus: str | None) -> Actor | None:
        sheet, cast = self._sheet, self._cast
        behind = range(cue.last, min(last, cue.last + AFTER_CUE))
        reach = max((at + 1 for at in behind if sheet.has(at, "we") or sheet.has(at, "me")), default=cue.last)
        found = actors.subject(sheet, cast, first, cue.first, speaker or focus, within=reach)
        agent = actors.agent(sheet, cast, cue.last - 1, last) if cue.first > first else None
        if (found is None or not (found.entity or found.group)) and agent is not None:
            return agent
        if (found is None or (found.entity is None and not found.group)) and speaker is not None:
            return actors.own(cast, speaker, first, personal=not self._undergone(cue, last))
        return found

    def _undergone(self, cue: Cue, last: int) -> bool:
        """Whether a future is told as a passive (`dua unit lagi akan dibeli`): then the institution does it."""
        return any(self._sheet.passive(at) for at in range(cue.first + 1, min(last, cue.last + 1)))

    def _lacking_from(self, cue: Cue, first: int, last: int) -> Actor | None:
        """Who is to make good a lack, where the text says it: `belum ada bantuan dari X`, `X perlu ...`, `perlu surat X`."""
        sheet, cast = self._sheet, self._cast
        if cue.rule.id == WANT:
            before = actors.subject(sheet, cast, first, cue.first, None)
            if before is not None and before.entity is not None and before.entity[0] in "io" and sheet.has(cue.first, "modals_of_need"):
                return before
            found = actors.issuer(sheet, cast, cue.last, last) or actors.agent(sheet, cast, cue.last, last)
            if found is not None:
                return found
        return actors.source(sheet, cast, first, last)
