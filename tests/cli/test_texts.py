"""Both languages say the same things."""

import string

import pytest

from minutes_miner.cli.texts import LANGUAGES, PARTS, TEXTS, say


def places(text):
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)


def test_both_languages_hold_the_same_keys_in_the_same_order():
    assert list(TEXTS["id"]) == list(TEXTS["en"])
    assert tuple(TEXTS) == LANGUAGES


def test_no_part_speaks_for_another():
    keys = [key for part in PARTS for key in part.INDONESIAN]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("key", TEXTS["id"])
def test_both_languages_leave_the_same_places_open(key):
    assert places(TEXTS["id"][key]) == places(TEXTS["en"][key])


def test_a_fact_with_braces_is_not_taken_for_a_place():
    assert say("closing.written", "en", target="{jobs}.xlsx") == "Written to {jobs}.xlsx."
