"""A row of the running matrix, before the columns are picked."""

from __future__ import annotations

from dataclasses import dataclass

from minutes_miner.answers import MatrixRow
from minutes_miner.outputs import wording
from minutes_miner.outputs.row_codes import code_of
from minutes_miner.outputs.safe_text import one_line
from minutes_miner.outputs.wording import Phrase

_CHANGED = Phrase("Diubah petugas", "Changed by the clerk")


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRowShown:
    """A row with its number and the language in which it is shown."""

    number: int
    row: MatrixRow
    lang: str

    @property
    def text(self) -> str:
        """The words of the latest meeting, or those of the first where they say more."""
        line = one_line(max(self.row.text, self.row.first_text, key=len))
        return line[:1].upper() + line[1:]

    @property
    def kind(self) -> str:
        """The kind in words."""
        return wording.MATRIX_KINDS[self.row.kind].say(self.lang)

    @property
    def state(self) -> str:
        """What the minutes say, in words."""
        return wording.FOLLOW_UP_STATES[self.row.state].say(self.lang)

    @property
    def status(self) -> str:
        """The status that a clerk may choose, in words."""
        return wording.STATUSES[self.row.status].say(self.lang)

    @property
    def remark(self) -> str:
        """That a clerk has changed the row."""
        return _CHANGED.say(self.lang) if self.row.changed else ""

    @property
    def code(self) -> str:
        """The code by which the row is known when it comes back."""
        latest = self.row.latest
        place = (latest.document, latest.start, latest.end, self.row.kind)
        return code_of(*place, status=self.row.status, actor=one_line(self.row.responsible), text=self.text)
