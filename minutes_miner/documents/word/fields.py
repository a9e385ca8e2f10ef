"""Fields and controls of a Word document: which of their text is shown."""

from __future__ import annotations

from lxml import etree

from minutes_miner.documents.word.xml import W, is_on

CHECKED, EMPTY = "☒", "☐"
_PROMPT = f"{W}rStyle[@{W}val='PlaceholderText']"


class Fields:
    """The fields that are open at a place of the text, outermost first.

    A field has an instruction and, behind a separator, a result; other fields in its instruction are a part of that and not shown.
    """

    def __init__(self) -> None:
        self._in_result: list[bool] = []

    @property
    def is_shown(self) -> bool:
        """Whether text at this place is shown."""
        return all(self._in_result)

    def begin_paragraph(self) -> None:
        """Gives up instructions that were never ended, so that a broken field hides its paragraph at most."""
        self._in_result = [shown for shown in self._in_result if shown]

    def met(self, mark: etree._Element) -> str:
        """Takes note of a mark (`fldChar`) in the text; the sign that the field shows by itself, for a check box."""
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin":
            box = mark.find(f"{W}ffData/{W}checkBox")
            sign = "" if box is None or not self.is_shown else CHECKED if _is_checked(box) else EMPTY
            self._in_result.append(False)
            return sign
        if kind == "separate" and self._in_result:
            self._in_result[-1] = True
        elif kind == "end" and self._in_result:
            self._in_result.pop()
        return ""


def is_prompt(control: etree._Element) -> bool:
    """Whether a content control shows nothing but its prompt (`Click here to enter text`), as nobody has filled it in."""
    properties = control.find(f"{W}sdtPr")
    return properties is not None and is_on(properties, "showingPlcHdr") and control.find(f".//{_PROMPT}") is not None


def _is_checked(box: etree._Element) -> bool:
    return is_on(box, "checked") if box.find(f"{W}checked") is not None else is_on(box, "default")
