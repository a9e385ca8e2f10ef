"""Whether the text that a PDF page carries is what the page shows, as far as that can be told without looking at the page."""

from __future__ import annotations

import re
from typing import Literal

from minutes_miner.documents.pages.words import PageContent

Layer = Literal["good", "missing", "bad"]

FEW_WORDS = 20
PAGE_FILLING = 0.5
OUTLINES = 60
WORDS = 8
STRANGE = 0.15
# Of the letters of Indonesian words 0.40 to 0.47 are vowels, of English ones 0.37; shifted by a few places 0.1 to 0.2 are.
VOWELS = 0.25

_STRANGE = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffd\ufffe\uffff\ue000-\uf8ff]|\(cid:\d+\)|/g\d+|[ÂÃâ][\x80-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
_LONG = re.compile(r"[^\W\d_]{4,}")
_VOWEL = re.compile(r"[aiueoyàáâäåèéêëìíîïòóôöùúûüāēīōū]", re.IGNORECASE)


def layer_of(page: PageContent, *, letters: int, pictures: float, objects: int, unseen: bool) -> Layer:
    """`missing` where the page shows pictures or outlines and says next to nothing, `bad` where what it says is no words.

    Args:
        page: the page as its text layer has it.
        letters: how many characters the text layer holds, whatever they are.
        pictures: the share of the page that pictures cover; a scanner may cut a page into strips.
        objects: how many things are drawn on it.
        unseen: all its text is invisible, as a scanner lays it over the picture of what it has recognised.
    """
    words = [word.text for word in page.words]
    if not page.has_letters:
        return "bad" if letters > WORDS and not page.has_picture else "missing" if page.has_picture or objects > OUTLINES else "good"
    if pictures > PAGE_FILLING and len(words) < FEW_WORDS and not unseen:
        return "missing"
    return "good" if len(words) < WORDS or _is_writing(words) else "bad"


def _is_writing(words: list[str]) -> bool:
    """Whether the words are made of letters, and long ones of vowels to a good part; a wrong encoding spoils one or the other."""
    text = " ".join(words)
    strange = sum(len(match.group()) for match in _STRANGE.finditer(text))
    long = _LONG.findall(text)
    letters = sum(map(len, long))
    vowels = sum(len(_VOWEL.findall(word)) for word in long)
    return strange <= STRANGE * len(text) and (len(long) < WORDS or vowels >= VOWELS * letters)
