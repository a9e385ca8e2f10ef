"""Words and phrases that tell a reader what a group of needs is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from minutes_miner.corpus.issues.features import VERB_PREFIXES, NeedWords

LONGEST_PHRASE = 3
TERMS = 6


def telling_words(texts: Sequence[str], weights: Mapping[str, float], words: NeedWords, most: int = TERMS) -> tuple[str, ...]:
    """The words of `texts` with the heaviest stems, each stem by the form that is written most, heaviest first.

    Args:
        texts: the members of a group.
        weights: stem -> weight in the group.
        words: which words count.
        most: how many to give.
    """
    forms: dict[str, Counter[str]] = {}
    for text in texts:
        for word, stem in words.words(text):
            if stem and stem not in words.boilerplate:
                forms.setdefault(stem, Counter())[_plain(word)] += 1
    heaviest = sorted(forms, key=lambda stem: (-weights.get(stem, 0.0), stem))[:most]
    return tuple(min(forms[stem], key=lambda form: (-forms[stem][form], form)) for stem in heaviest)


def phrase_label(texts: Sequence[str], weights: Mapping[str, float], words: NeedWords) -> str:
    """The phrase that names a group best, with a capital: the run of up to three telling words that is heavy and that most members share.

    A phrase has no stop word inside, and no verb with me- or di- and no boilerplate word at its edges: what is needed is a thing.
    Such a word alone is a last resort, and a group without any telling word is named by its first text.

    Args:
        texts: the members of a group.
        weights: stem -> weight in the group.
        words: which words count.
    """
    shared: Counter[tuple[str, ...]] = Counter()
    written: dict[tuple[str, ...], Counter[str]] = {}
    for text in texts:
        phrases = _phrases(words.words(text))
        for stems, phrase in phrases:
            written.setdefault(stems, Counter())[phrase] += 1
        shared.update({stems for stems, _ in phrases})
    if not shared:
        return min(texts, default="")
    usual = {stems: min(forms, key=lambda form: (-forms[form], form)) for stems, forms in written.items()}
    best = min(shared, key=lambda stems: (-shared[stems] * _worth(stems, usual[stems].split(), weights, words), stems))
    phrase = usual[best]
    return phrase[0].upper() + phrase[1:]


def _phrases(found: Sequence[tuple[str, str]]) -> list[tuple[tuple[str, ...], str]]:
    phrases = []
    for start, (_, first) in enumerate(found):
        for end in range(start + 1, min(start + LONGEST_PHRASE, len(found)) + 1):
            run = found[start:end]
            if not first or not all(stem for _, stem in run):
                break
            phrases.append((tuple(stem for _, stem in run), " ".join(_plain(word) for word, _ in run)))
    return phrases


def _worth(stems: tuple[str, ...], forms: Sequence[str], weights: Mapping[str, float], words: NeedWords) -> float:
    edges = ((stems[0], forms[0]), (stems[-1], forms[-1]))
    if any(stem in words.boilerplate or (form != stem and form.startswith(VERB_PREFIXES)) for stem, form in edges):
        return weights.get(stems[0], 0.0) / 2 if len(stems) == 1 else 0.0
    return sum(weights.get(stem, 0.0) for stem in stems)


def _plain(word: str) -> str:
    return word if word.isupper() else word.casefold()
