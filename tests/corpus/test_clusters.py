from __future__ import annotations

import numpy as np
import pytest
from sklearn.base import clone

from minutes_miner.corpus.clusters import IssueClusterer
from minutes_miner.corpus.features import NeedWords, load_need_words
from minutes_miner.paths import model_folder

TEXTS = [
    "butuh alat musik gamelan",
    "jembatan putus",
    "gamelan sanggar rusak",
    "perlu koordinasi",
    "usul turnamen bola voli",
    "jalan berlubang",
]
TOPICS = ["other", "roads", None, "other", "other", "roads"]


@pytest.fixture(scope="module")
def words() -> NeedWords:
    return load_need_words(model_folder())


def test_topics_seed_and_the_rest_is_open(words: NeedWords) -> None:
    clusterer = IssueClusterer(words).fit(TEXTS, TOPICS)
    assert clusterer.topics_ == ["roads", None, None]
    labels = clusterer.labels_
    assert labels[1] == labels[5] == 0
    assert labels[0] == labels[2] > 0
    assert labels[4] not in (labels[0], -1)
    assert labels[3] == -1


def test_the_order_of_the_needs_makes_no_difference(words: NeedWords) -> None:
    order = [4, 2, 0, 5, 3, 1]
    straight = IssueClusterer(words).fit(TEXTS, TOPICS).labels_
    shuffled = IssueClusterer(words).fit([TEXTS[at] for at in order], [TOPICS[at] for at in order]).labels_
    assert straight[order].tolist() == shuffled.tolist()


def test_without_topics_all_is_open(words: NeedWords) -> None:
    labels = IssueClusterer(words).fit_predict(["beras kurang", "minta beras", "sumur kering"])
    assert labels[0] == labels[1] != labels[2]


def test_predict_takes_the_topic_or_the_closest(words: NeedWords) -> None:
    clusterer = IssueClusterer(words).fit(TEXTS, TOPICS)
    labels = clusterer.predict(["gamelan baru", "gamelan langka", "apa saja"], [None, "agriculture", "roads"])
    assert labels.tolist() == [clusterer.labels_[0], -1, 0]


@pytest.mark.parametrize("texts", [[], ["yang dan", "sinergi"]])
def test_needs_that_tell_nothing_are_in_no_cluster(words: NeedWords, texts: list[str]) -> None:
    clusterer = IssueClusterer(words).fit(texts)
    assert clusterer.labels_.tolist() == [-1] * len(texts)
    assert clusterer.predict(["beras"]).tolist() == [-1]


def test_lists_of_different_length_are_refused(words: NeedWords) -> None:
    with pytest.raises(ValueError, match="2 texts but 1 topics"):
        IssueClusterer(words).fit(["beras", "jalan"], ["food_aid"])


def test_it_is_a_scikit_learn_estimator(words: NeedWords) -> None:
    copy = clone(IssueClusterer(words, closeness=0.5))
    assert copy.get_params()["closeness"] == 0.5
    assert isinstance(copy.fit(TEXTS).labels_, np.ndarray)
