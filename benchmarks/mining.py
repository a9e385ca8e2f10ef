"""What mining a text costs beside cutting it into tokens, and how the cost grows with the length of a text.

    python -m benchmarks.mining [TEXTS...] [--repeat N] [--markdown]

TEXTS are documents, folders, `.jsonl` files of texts, or annotated documents; without any, the samples of the project. Reading the files
is not timed: each text is at hand as a string. The aim: mining costs at most 8 times what our tokenizer costs.

Which of its costs is meant matters, because spaCy's tokenizer keeps every chunk between blanks that it has cut, and later only looks it
up. So there are three states:
- first text: a tokenizer with the settings of the product and an empty memory for each text, made before the clock starts;
- new text: others have been met, but not this one, as in the middle of a batch;
- met text: this very text has been met, so that the tokenizer has nothing left to cut and only looks up.
The fair comparison is mining a new text beside cutting a new text: both remember the same words. Mining has no first-text state, because
patterns are compiled on its very first text; mining a new text beside the tokenizer's first text is shown too, and flatters mining.

A turn goes: the texts with even numbers are met (not timed), those with odd numbers are timed once as new texts and once more as met texts;
then everything is made anew (not timed) and the halves change places. Each half begins with a new `Miner` for mining, a tokenizer with an
empty memory, and a new stock tokenizer. While its half is timed a candidate goes on remembering, so that the last text meets more known
words than the first; this is the same for all. Garbage collection stays on, as users have it, and is run before each half. A turn's figure
is the time of all texts divided by the number of our tokens, which is the same for all candidates; tables hold medians over the turns. The
peer is the tokenizer of spaCy's stock `id` language, which cuts tokens and does nothing else.

Growth: the same texts are mined one by one, joined by twos, by fours and by eights, after the miner has met them all. Every row holds the
same words, so that only the length of a text differs; a cost that is linear in the length gives the same figure in each row.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

import spacy
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from benchmarks.annotated import read_annotated
from benchmarks.printing import table
from minutes_miner.documents.reading import discover, read_each
from minutes_miner.errors import MinutesMinerError
from minutes_miner.miner import Miner
from minutes_miner.records import Document

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
AIM = 8
OURS, STOCK, MINING = "our tokenizer", "spaCy's stock `id` tokenizer", "mining"
FIRST, NEW, MET = "first text", "new text", "met text"
STATES = (FIRST, NEW, MET)
LENGTHS = (1, 2, 4, 8)

# Who was timed in which state -> the number of the text -> its seconds, one a turn.
Times = dict[tuple[str, str], dict[int, list[float]]]


class Text(NamedTuple):
    """A text with its place in the list and its number of tokens."""

    number: int
    text: str
    tokens: int


def texts_at(paths: Sequence[str]) -> list[str]:
    """The texts of annotated documents at the paths if there are any, else of the documents that the product reads there."""
    annotated = [facts.text for facts in read_annotated(paths)]
    return annotated or [document.text for file in discover(paths) for document in read_each(file) if isinstance(document, Document)]


def time_turns(texts: Sequence[Text], turns: int) -> Times:
    """The seconds of each text in each turn."""
    times: Times = defaultdict(lambda: defaultdict(list))
    for _ in range(turns):
        for met, timed in ((texts[::2], texts[1::2]), (texts[1::2], texts[::2])):
            miner = Miner()
            candidates: tuple[tuple[str, Callable[[str], object]], ...] = (
                (OURS, unmet(miner.pipeline.nlp.tokenizer)),
                (STOCK, spacy.blank("id").tokenizer),
                (MINING, miner.mine_text),
            )
            for name, candidate in candidates:
                _time_half(candidate, name, met, timed, times)
            for text in timed:
                _time(unmet(miner.pipeline.nlp.tokenizer), text, times[OURS, FIRST])
    return times


def unmet(tokenizer: Callable[[str], Doc]) -> Tokenizer:
    """A tokenizer with the same settings that has met no word: its cache and its vocabulary are empty."""
    if not isinstance(tokenizer, Tokenizer):
        raise TypeError("the pipeline's tokenizer is not spaCy's; its empty twin must be made otherwise")
    return Tokenizer(
        spacy.blank("xx").vocab,
        prefix_search=tokenizer.prefix_search,
        suffix_search=tokenizer.suffix_search,
        infix_finditer=tokenizer.infix_finditer,
        token_match=tokenizer.token_match,
    )


def _time_half(candidate: Callable[[str], object], name: str, met: Sequence[Text], timed: Sequence[Text], times: Times) -> None:
    for text in met:
        candidate(text.text)
    gc.collect()
    for state in (NEW, MET):
        for text in timed:
            _time(candidate, text, times[name, state])


def _time(candidate: Callable[[str], object], text: Text, seconds: dict[int, list[float]]) -> None:
    start = time.perf_counter()
    candidate(text.text)
    seconds[text.number].append(time.perf_counter() - start)


def time_growth(texts: Sequence[str], turns: int) -> list[tuple[int, float, float]]:
    """For each length: how many texts are joined, the median tokens of the joined ones, microseconds a token of mining them."""
    miner = Miner()
    joined = {length: ["\n\n".join(texts[at : at + length]) for at in range(0, len(texts), length)] for length in LENGTHS}
    tokens = {length: [len(miner.pipeline.nlp.tokenizer(text)) for text in joined[length]] for length in LENGTHS}
    seconds: dict[int, list[float]] = defaultdict(list)
    for turn in range(turns + 1):
        for length in LENGTHS:
            gc.collect()
            start = time.perf_counter()
            for text in joined[length]:
                miner.mine_text(text)
            if turn:
                seconds[length].append(time.perf_counter() - start)
    return [(length, median(tokens[length]), median(seconds[length]) / sum(tokens[length]) * 1e6) for length in LENGTHS]


def cost(times: Times, who: tuple[str, str], tokens: int) -> float | None:
    """Microseconds a token over all texts, the median of the turns; None where that state was not timed."""
    if who not in times:
        return None
    return median(map(sum, zip(*times[who].values(), strict=True))) / tokens * 1e6


def ratios_of_texts(times: Times) -> list[float]:
    """How many times our tokenizer's time each text takes to mine, both as a new text, the smallest first."""
    return sorted(median(seconds) / median(times[OURS, NEW][number]) for number, seconds in times[MINING, NEW].items())


def report(texts: Sequence[str], turns: int, *, markdown: bool) -> str:
    """The tables and, in words, what they say about the aim."""
    counter = Miner().pipeline.nlp.tokenizer
    counted = [Text(number, text, len(counter(text))) for number, text in enumerate(texts)]
    tokens = sum(text.tokens for text in counted)
    times = time_turns(counted, turns)
    costs = {(name, state): cost(times, (name, state), tokens) for name in (OURS, STOCK, MINING) for state in STATES}
    rows = [(name, *(_figure(costs[name, state]) for state in STATES)) for name in (OURS, STOCK, MINING)]
    ratios = [
        (f"mining a {ours} / {name}, {theirs}", _figure(_ratio(costs[MINING, ours], costs[name, theirs])))
        for ours, name, theirs in ((NEW, OURS, NEW), (NEW, OURS, FIRST), (MET, OURS, MET), (NEW, STOCK, NEW), (MET, STOCK, MET))
    ]
    each = ratios_of_texts(times)
    low, middle, high, within = each[0], median(each), each[-1], sum(ratio <= AIM for ratio in each)
    growth = time_growth(texts, turns)
    grown = [(str(length), f"{size:,.0f}", f"{per_token:.2f}") for length, size, per_token in growth]
    return "\n\n".join(
        (
            f"{len(texts)} texts, {tokens:,} tokens, medians of {turns} turns",
            table(("microseconds a token", *STATES), rows, markdown=markdown),
            table(("ratio", "times"), ratios, markdown=markdown),
            f"Text by text, mining a new text costs {low:.1f} to {high:.1f} times what our tokenizer costs on it as a new text, "
            f"in the middle {middle:.1f}; at most {AIM} times in {within} of {len(each)} texts.",
            table(("texts joined", "tokens (median)", "microseconds a token"), grown, markdown=markdown),
            f"A text of {LENGTHS[-1]} times the length costs {growth[-1][2] / growth[0][2]:.2f} times as much a token.",
        )
    )


def _ratio(one: float | None, other: float | None) -> float | None:
    return one / other if one is not None and other is not None else None


def _figure(number: float | None) -> str:
    return f"{number:.2f}" if number is not None else "-"


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="*", default=[str(SAMPLES)], help="documents, folders, .jsonl files; the samples if none is named")
    parser.add_argument("--repeat", type=int, default=5, metavar="N", help="turns of which the medians are taken")
    parser.add_argument("--markdown", action="store_true", help="tables for RESULTS.md")
    arguments = parser.parse_args()
    try:
        texts = texts_at(arguments.texts)
    except MinutesMinerError as error:
        sys.exit(str(error))
    if len(texts) < 2:
        sys.exit("at least two texts are needed: one half is met while the other is timed")
    print(report(texts, arguments.repeat, markdown=arguments.markdown))


if __name__ == "__main__":
    main()
