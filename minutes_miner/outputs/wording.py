"""The words that staff see for the values of the records, in Indonesian and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Phrase(NamedTuple):
    """The same thing said in both languages of the interface."""

    id: str
    en: str

    def say(self, lang: str) -> str:
        """The words in `lang`; what is not Indonesian is English."""
        return self.id if lang == "id" else self.en


ITEM_KINDS: Mapping[str, Phrase] = {
    "commitment": Phrase("Komitmen", "Commitment"),
    "instruction": Phrase("Instruksi", "Instruction"),
    "decision": Phrase("Keputusan", "Decision"),
    "need": Phrase("Kebutuhan", "Need"),
}
FOLLOW_UP_KINDS = ("commitment", "instruction", "decision")

# `in_progress` is never mined: it is there for the clerk, who keeps the workbook up to date by hand.
STATUSES: Mapping[str, Phrase] = {
    "open": Phrase("Belum", "Open"),
    "in_progress": Phrase("Proses", "In progress"),
    "done": Phrase("Selesai", "Done"),
}

DOCUMENT_KINDS: Mapping[str, Phrase] = {
    "minutes": Phrase("Notulen", "Minutes"),
    "news": Phrase("Berita", "News"),
    "letter": Phrase("Surat", "Letter"),
    "other": Phrase("Lainnya", "Other"),
}
ISSUE_STATES: Mapping[str, Phrase] = {
    "open": Phrase("Terbuka", "Open"),
    "answered": Phrase("Terjawab", "Answered"),
    "dormant": Phrase("Tidak muncul lagi", "Dormant"),
}
MONTHS: tuple[Phrase, ...] = (
    Phrase("Jan", "Jan"),
    Phrase("Feb", "Feb"),
    Phrase("Mar", "Mar"),
    Phrase("Apr", "Apr"),
    Phrase("Mei", "May"),
    Phrase("Jun", "Jun"),
    Phrase("Jul", "Jul"),
    Phrase("Agu", "Aug"),
    Phrase("Sep", "Sep"),
    Phrase("Okt", "Oct"),
    Phrase("Nov", "Nov"),
    Phrase("Des", "Dec"),
)
FOLLOW_UP_STATES: Mapping[str, Phrase] = {
    "late": Phrase("Terlambat", "Late"),
    "open": Phrase("Belum selesai", "Open"),
    "recurs": Phrase("Berulang", "Recurs"),
    "done": Phrase("Selesai", "Done"),
    "dropped": Phrase("Tidak dibahas lagi", "Dropped"),
}
MATRIX_KINDS: Mapping[str, Phrase] = {**ITEM_KINDS, "report": Phrase("Laporan", "Report")}
DIRECT = Phrase("Langsung", "Direct")
INDIRECT = Phrase("Tidak langsung", "Indirect")
YES = Phrase("Ya", "Yes")
NO = Phrase("Tidak", "No")
READ = Phrase("Terbaca", "Read")
FAILED = Phrase("Gagal", "Failed")
