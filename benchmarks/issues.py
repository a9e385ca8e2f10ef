"""B-cubed scores of the product's issue groups on annotated needs, beside two peers and two trivial groupings.

    python benchmarks/issues.py FOLDER...

Each folder holds annotated documents (JSON with `text` and `items`, also in subfolders); needs with a topic are taken, their text and
their document's text go in, the topic is only used to score. Peers, in the same run: scikit-learn's KMeans over its own TF-IDF of words,
and over our TF-IDF of stems, each with as many clusters as the product found; one cluster for all; a cluster for each.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path
from typing import NamedTuple

from sklearn.cluster import KMeans
from sklearn.feature_extraction.text import TfidfVectorizer

from minutes_miner.corpus.issues.clusters import IssueClusterer
from minutes_miner.corpus.issues.features import load_need_words
from minutes_miner.corpus.issues.stem_matrix import NeedVectorizer
from minutes_miner.corpus.scores import b_cubed
from minutes_miner.paths import model_folder
from minutes_miner.rulebook.topics import load_topics


class Need(NamedTuple):
    """An annotated need: its text, its document's text, and the topic given by hand."""

    text: str
    context: str
    topic: str


def annotated_needs(folders: Sequence[str]) -> list[Need]:
    """The needs of all annotated documents under `folders`."""
    needs = []
    for path in sorted(path for folder in folders for path in Path(folder).rglob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(content, dict) and "items" in content and "text" in content:
            needs += [
                Need(item["text"], content["text"], item["topic"])
                for item in content["items"]
                if item["kind"] == "need" and item.get("topic")
            ]
    return needs


def product_groups(needs: Sequence[Need]) -> list[Hashable]:
    """The product's groups: a need in no cluster stands alone."""
    model = model_folder()
    topics = load_topics(model)
    keys = [topics.classify(need.text, need.context) for need in needs]
    labels = IssueClusterer().fit_predict([need.text for need in needs], keys).tolist()
    return [label if label >= 0 else f"alone {at}" for at, label in enumerate(labels)]


def main(folders: Sequence[str]) -> None:
    """Print a line of scores for each grouping."""
    needs = annotated_needs(folders)
    if not needs:
        sys.exit("no annotated needs found; usage: python benchmarks/issues.py FOLDER...")
    texts = [need.text for need in needs]
    gold = [need.topic for need in needs]
    topics = load_topics(model_folder())
    right = sum(topics.classify(need.text, need.context) == need.topic for need in needs)
    product = product_groups(needs)
    clusters = len(set(product))

    def kmeans(vectorizer: TfidfVectorizer | NeedVectorizer) -> list[Hashable]:
        found: list[Hashable] = KMeans(n_clusters=clusters, n_init=10, random_state=0).fit_predict(vectorizer.fit_transform(texts)).tolist()
        return found

    groupings: dict[str, Callable[[], list[Hashable]]] = {
        "minutes_miner": lambda: product_groups(needs),
        "KMeans, TF-IDF of words": lambda: kmeans(TfidfVectorizer()),
        "KMeans, TF-IDF of stems": lambda: kmeans(NeedVectorizer(load_need_words(model_folder()))),
        "one cluster": lambda: [0] * len(needs),
        "all alone": lambda: list(range(len(needs))),
    }
    print(f"{len(needs)} needs, {len(set(gold))} topics by hand, {clusters} groups found, topic right {right / len(needs):.3f}")
    print(f"{'grouping':26}{'P':>8}{'R':>8}{'F1':>8}{'seconds':>9}")
    for name, group in groupings.items():
        start = time.perf_counter()
        found = group()
        seconds = time.perf_counter() - start
        precision, recall, f1 = b_cubed(gold, found)
        print(f"{name:26}{precision:8.3f}{recall:8.3f}{f1:8.3f}{seconds:9.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
