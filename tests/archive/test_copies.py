"""Copies are found in whatever order documents come, and meetings of one form are no copies."""

from __future__ import annotations

from itertools import permutations

from minutes_miner.archive.copies import first_copies, signature

WORDS = ["panti", "beras", "anak", "dinas", "camat", "rapat", "jalan", "dana", "kasur", "guru", "obat", "air"]
LONG = " ".join(f"{WORDS[(7 * at * at + at) % 12]}{at % 31}" for at in range(300))


def test_a_text_in_another_format_is_a_copy():
    retyped = LONG.replace(" ", "\n", 40).upper()
    assert first_copies([("b", signature(LONG)), ("a", signature(retyped))]) == {"b": "a"}


def test_a_few_other_words_are_a_copy_and_many_are_not():
    few = LONG.replace("beras4 ", "jagung4 ", 1)
    many = " ".join(word if at % 5 else "lain" for at, word in enumerate(LONG.split()))
    assert first_copies([("a", signature(LONG)), ("b", signature(few)), ("c", signature(many))]) == {"b": "a"}


def test_the_order_of_coming_makes_no_difference():
    texts = [("d", LONG), ("a", LONG + " akhir"), ("c", "lain sekali " * 40), ("b", LONG[:-20])]
    found = [first_copies([(id, signature(text)) for id, text in order]) for order in permutations(texts)]
    assert found == [{"b": "a", "d": "a"}] * len(found)


def test_texts_without_words_are_no_copies_of_each_other():
    assert first_copies([("a", signature("...")), ("b", signature("---"))]) == {}
