"""Words that a document uses as the name of somebody who speaks: `ujar Wilianto,` or `Menurut Wilianto,`.

Where such a word stands in a longer run of capitals, a name begins: `Ketua Ikatan Pedagang Pasar Wilianto Tanta`.
"""

from __future__ import annotations

from minutes_miner.pipeline.sheet import Sheet

NO_NAME = frozenset(
    (
        "agencies",
        "breaks",
        "common_words",
        "degrees",
        "field_words",
        "institution_heads",
        "months",
        "not_names",
        "office_heads",
        "organisation_words",
        "organisations",
        "titles",
        "weekdays",
    )
)
OPENERS = frozenset(("saying_after", "according"))


def introduced_names(sheet: Sheet) -> frozenset[str]:
    """The words, in lower case, that stand alone as a name behind a word of saying."""
    names = set()
    for at in range(sheet.size - 2):
        if sheet.facts[at].isdisjoint(OPENERS):
            continue
        facts = sheet.facts[at + 1]
        if "Cap" not in facts or not facts.isdisjoint(NO_NAME) or any(fact.startswith(("B:", "I:")) for fact in facts):
            continue
        if "regions" in facts and "given_names" not in facts:
            continue
        if not sheet.words[at + 2][0].isupper():
            names.add(sheet.lowers[at + 1])
    return frozenset(names)
