"""How recurring issues are spoken of on pages and pictures, in both languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from minutes_miner.outputs.cell_words import cell_words
from minutes_miner.outputs.issue_times import Axis
from minutes_miner.outputs.rows import day
from minutes_miner.outputs.safe_text import one_line
from minutes_miner.outputs.wording import Phrase
from minutes_miner.records import Issue

SHOWN_NAMES = 6

WORDS: Mapping[str, Phrase] = {
    "title": Phrase("Isu Berulang", "Recurring Issues"),
    "reply": Phrase("ada tanggapan (komitmen, instruksi, keputusan)", "answered by a commitment, instruction or decision"),
    "strands": Phrase("Yang sering diminta", "Often asked for"),
    "answers": Phrase("Tanggapan", "Answers"),
    "more_answers": Phrase("dan {number} tanggapan sebelumnya", "and {number} earlier answers"),
    "terms": Phrase("Kata kunci", "Key terms"),
    "regions": Phrase("Wilayah", "Regions"),
    "forums": Phrase("Forum", "Forums"),
    "people": Phrase("Disampaikan oleh", "Raised by"),
    "asked": Phrase("Jumlah diminta", "Amount asked"),
    "given": Phrase("Jumlah dijanjikan", "Amount promised"),
    "meetings_in": Phrase("{step}: {number} rapat", "{step}: {number} meetings"),
    "answers_in": Phrase("{step}: {number} tanggapan", "{step}: {number} answers"),
    "nothing": Phrase("Tidak ditemukan isu berulang.", "No recurring issues found."),
    "left_out": Phrase("dan {number} isu lain", "and {number} more issues"),
}
_LEAD = Phrase("{issues} isu dari {needs} kebutuhan", "{issues} issues from {needs} needs")
_SPAN = Phrase(", {first} sampai {last}", ", {first} to {last}")
_FACTS = Phrase("{meetings} rapat · {needs} sebutan", "{meetings} meetings · {needs} mentions")
_FROM_TO = Phrase("{first} s.d. {last}", "{first} to {last}")
_MET = Phrase(" · {met} sudah dipenuhi", " · {met} met")
_ANSWERS = Phrase(" · {answers} tanggapan", " · {answers} answers")
_MORE = Phrase("{names}, dan {number} lainnya", "{names}, and {number} others")
_STEP = Phrase("satu batang = satu {step}, tingginya = jumlah rapat", "one bar = one {step}, its height = the number of meetings")


def lead_of(issues: Sequence[Issue], lang: str) -> str:
    """How many issues of how many needs, and of which time."""
    if not issues:
        return WORDS["nothing"].say(lang)
    lead = _LEAD.say(lang).format(issues=cell_words(len(issues)), needs=cell_words(sum(len(issue.members) for issue in issues)))
    first = min((issue.first_seen for issue in issues if issue.first_seen), default=None)
    last = max((issue.last_seen for issue in issues if issue.last_seen), default=None)
    return lead + (_SPAN.say(lang).format(first=when(first), last=when(last)) if first and last else "")


def facts_of(issue: Issue, lang: str) -> str:
    """How often it was raised, between which days, and what came of it."""
    facts = _FACTS.say(lang).format(meetings=cell_words(issue.meetings), needs=cell_words(len(issue.members)))
    if issue.first_seen and issue.last_seen:
        first, last = when(issue.first_seen), when(issue.last_seen)
        facts += " · " + (first if first == last else _FROM_TO.say(lang).format(first=first, last=last))
    if issue.answers:
        facts += _ANSWERS.say(lang).format(answers=cell_words(len(issue.answers)))
    return facts + (_MET.say(lang).format(met=cell_words(issue.met)) if issue.met else "")


def step_of(axis: Axis, lang: str) -> str:
    """What a bar is."""
    return _STEP.say(lang).format(step=axis.step_name(lang))


def listed(names: Sequence[str], lang: str, most: int = SHOWN_NAMES) -> str:
    """The first names, and how many more there are."""
    shown = ", ".join(map(one_line, names[:most]))
    return shown if len(names) <= most else _MORE.say(lang).format(names=shown, number=cell_words(len(names) - most))


def amount_words(amount: float) -> str:
    """Rupiah as staff write them.

    >>> amount_words(25000000.0)
    'Rp25.000.000'
    """
    return f"Rp{cell_words(amount)}"


def when(text: str | None) -> str:
    """A day as staff write it, nothing where there is none."""
    return cell_words(day(text))
