"""How far two matters speak of the same thing, by their words: rare ones weigh more, boilerplate little."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from minutes_miner.corpus.followups.meetings import Matter
from minutes_miner.corpus.followups.report_words import ReportWords, load_report_words
from minutes_miner.corpus.issues.features import NeedWords, load_need_words
from minutes_miner.rulebook.tables import read_rows

BOILERPLATE_WORTH = 0.15  # of coordination, bantuan, program and their like, beside a word that names a thing
PROOF_WORTH = 0.5  # of a word that stands in the row around the matter, beside one of its own
FEWEST_WORDS = 1  # that name a thing
SHORTER_SHARE = 0.65  # how much of the likeness is the share of the shorter text, for `Letak panggung` is all of what was said before
SAME_ACTOR, SAME_TOPIC, SAME_AMOUNT = 0.08, 0.12, 0.08

_WORD = re.compile(r"[^\W\d_]{2,}")
_NASAL = re.compile(r"^[kmpst](?=[aeiou]\w{3})")


@dataclass(frozen=True, slots=True)
class Vectors:
    """Words of matters: `own` of their text, `told` of the row or sentence around them, both sparse of shape `(n_matters, n_stems)`."""

    own: csr_matrix
    told: csr_matrix
    weights: NDArray[np.float64]


class Likeness:
    """Compares matters of one forum.

    Args:
        words: stems, stop words and boilerplate of needs.
        report: the words that tell a state, which say nothing of what a matter is about.
        full: short form in lower case -> what it stands for (`dinsos` -> `dinas sosial`).
        calendar: names of months and days in lower case.
    """

    def __init__(self, words: NeedWords, report: ReportWords, full: Mapping[str, str], calendar: Iterable[str]) -> None:
        self._words, self._report, self._full = words, report, full
        self._idle = frozenset(calendar) | report.telling
        self._boilerplate = frozenset(map(_loosened, words.boilerplate))
        # The stems that tell what a text is about, names among them; names of actors come again and again.
        self.stems = lru_cache(maxsize=20_000)(self._stems)

    def _stems(self, text: str) -> frozenset[str]:
        written_out = " ".join(self._full.get(word, word) for word in _WORD.findall(self._report.plain(text)))
        return frozenset(
            _loosened(self._words.stem(word))
            for word in _WORD.findall(written_out)
            if word not in self._idle and not self._words.says_nothing(word)
        )

    def vectors(self, matters: Sequence[Matter]) -> Vectors:
        """The words of `matters`; how rare a word is, is counted over them."""
        own = [self._own(matter) for matter in matters]
        told = [self.stems(f"{matter.text} {matter.proof}") - mine for matter, mine in zip(matters, own, strict=True)]
        seen = Counter(stem for stems in own for stem in stems)
        terms = sorted(set(seen).union(*told))
        number = {term: at for at, term in enumerate(terms)}
        rarity = np.array([log(1 + len(matters) / (1 + seen[term])) for term in terms], dtype=np.float64)
        worth = np.array([BOILERPLATE_WORTH if term in self._boilerplate else 1.0 for term in terms], dtype=np.float64)
        return Vectors(_rows(own, number), _rows(told, number), rarity * worth)

    def _own(self, matter: Matter) -> frozenset[str]:
        """The stems of a matter's text but for its actor; those of its row or sentence where they name no thing (`mohon bantuan`)."""
        stems = self.stems(matter.subject)
        without = stems - self.stems(matter.actor or "")
        if len(without - self._boilerplate) >= FEWEST_WORDS:
            return without
        return stems if len(stems - self._boilerplate) > FEWEST_WORDS else self.stems(f"{matter.text} {matter.proof}")

    def between(self, vectors: Vectors, matters: Sequence[Matter], earlier: Sequence[int], later: Sequence[int]) -> NDArray[np.float64]:
        """How alike `earlier` and `later` matters are (numbers into `matters`), of shape `(n_earlier, n_later)`, about 0 to 1."""
        if not earlier or not later or not vectors.weights.size:
            return np.zeros((len(earlier), len(later)))
        own_a, own_b = vectors.own[earlier].multiply(vectors.weights).tocsr(), vectors.own[later]
        told_a, told_b = vectors.told[earlier].multiply(vectors.weights).tocsr(), vectors.told[later]
        own = (own_a @ own_b.T).toarray()
        around = (own_a @ told_b.T).toarray() + (told_a @ own_b.T).toarray()
        size_a = np.asarray(own_a.sum(axis=1)).reshape(-1, 1)
        size_b = np.asarray(own_b.multiply(vectors.weights).sum(axis=1)).reshape(1, -1)
        shared = own + PROOF_WORTH * around
        share_a = np.minimum(1.0, shared / np.maximum(size_a, 1e-9))
        share_b = np.minimum(1.0, shared / np.maximum(size_b, 1e-9))
        score: NDArray[np.float64] = SHORTER_SHARE * np.maximum(share_a, share_b) + (1 - SHORTER_SHARE) * np.minimum(share_a, share_b)
        score[own <= 0] *= 0.5
        for row, a in enumerate(earlier):
            for column in np.flatnonzero(score[row]).tolist():
                score[row, column] += self._facts(matters[a], matters[later[column]])
        return score

    def _facts(self, a: Matter, b: Matter) -> float:
        bonus = 0.0
        if a.actor and b.actor:
            names = self.stems(a.actor) & self.stems(b.actor)
            bonus += SAME_ACTOR if names else -SAME_ACTOR / 2
        elif a.actor and self.stems(a.actor) & self.stems(b.proof):
            bonus += SAME_ACTOR
        if a.kind == b.kind == "need" and a.topic and b.topic and a.topic != "other":
            bonus += SAME_TOPIC if a.topic == b.topic else -SAME_TOPIC
        if a.amount and a.amount == b.amount:
            bonus += SAME_AMOUNT
        return bonus


def _rows(stems: Sequence[frozenset[str]], number: Mapping[str, int]) -> csr_matrix:
    rows = [at for at, each in enumerate(stems) for _ in each]
    columns = [number[stem] for each in stems for stem in sorted(each)]
    return csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(stems), len(number)))


def _loosened(stem: str) -> str:
    """A stem without the consonant that `me-` and `pe-` swallow, which the stemmer cannot give back: `kirim` and `mengirim` -> `irim`."""
    return _NASAL.sub("", stem)


@cache
def load_likeness(model: Path) -> Likeness:
    """The comparison with the word lists of the model folder `model`.

    Raises:
        ModelError: a list is missing or has a fault.
    """
    lexicon = model / "lexicon"
    full = {
        row["word"].casefold(): row["full_form"].casefold()
        for name in ("agencies.csv", "organisations.csv", "field_abbreviations.csv")
        for row in read_rows(lexicon / name, required=("word",))
        if row["full_form"]
    }
    calendar = [row["word"].casefold() for name in ("months.csv", "weekdays.csv") for row in read_rows(lexicon / name, required=("word",))]
    return Likeness(load_need_words(model), load_report_words(model), full, calendar)
