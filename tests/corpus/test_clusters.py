from __future__ import annotations

import random

import numpy as np
import pytest
from sklearn.base import clone
from sklearn.exceptions import NotFittedError

from minutes_miner.corpus.issues.clusters import IssueClusterer

TEXTS = [
    "butuh alat musik gamelan",
    "jembatan putus",
    "gamelan sanggar rusak",
    "mohon perhatian",
    "usul turnamen bola voli",
    "jalan berlubang",
]
TOPICS = ["other", "roads", None, "other", "other", "roads"]  # None: the words decide


def test_topics_seed_and_the_rest_is_open() -> None:
    clusterer = IssueClusterer().fit(TEXTS, TOPICS)
    assert clusterer.topics_ == ["roads", None, None]
    assert clusterer.ids_ == ["roads", "open-kesenian", "open-olahraga"]
    assert clusterer.labels_.tolist() == [1, 0, 1, -1, 2, 0]


def test_without_topics_the_model_gives_them() -> None:
    clusterer = IssueClusterer().fit(["beras kurang", "minta beras", "sumur bor kering"])
    assert [clusterer.ids_[label] for label in clusterer.labels_] == ["food_aid", "food_aid", "water_sanitation"]


def test_the_order_of_the_needs_makes_no_difference() -> None:
    straight = IssueClusterer().fit(TEXTS, TOPICS)
    for seed in range(10):
        order = random.Random(seed).sample(range(len(TEXTS)), len(TEXTS))
        shuffled = IssueClusterer().fit([TEXTS[at] for at in order], [TOPICS[at] for at in order])
        assert straight.labels_[order].tolist() == shuffled.labels_.tolist()
        assert straight.ids_ == shuffled.ids_


def test_what_is_shared_names_the_group_not_who_asks_or_why() -> None:
    texts = [
        "Karang taruna mengusulkan papan catur baru",
        "Pemuda dusun butuh papan catur karena yang lama lapuk",
        "Karang taruna minta angklung",
        "Catur diminati anak muda, mohon pelatih",
    ]
    clusterer = IssueClusterer().fit(texts, ["other"] * 4)
    assert [clusterer.ids_[label] for label in clusterer.labels_] == ["open-catur", "open-catur", "open-kesenian", "open-catur"]


def test_predict_takes_the_topic_or_the_thing() -> None:
    clusterer = IssueClusterer().fit(TEXTS, TOPICS)
    labels = clusterer.predict(
        ["gamelan baru", "gamelan langka", "apa saja", "mohon perhatian"], ["other", "agriculture", "roads", "other"]
    )
    assert labels.tolist() == [clusterer.labels_[0], -1, 0, -1]


def test_predict_agrees_with_fit() -> None:
    clusterer = IssueClusterer().fit(TEXTS, TOPICS)
    assert clusterer.predict(TEXTS, TOPICS).tolist() == clusterer.labels_.tolist()
    assert IssueClusterer().fit_predict(TEXTS, TOPICS).tolist() == clusterer.labels_.tolist()


@pytest.mark.parametrize("texts", [[], ["yang dan", "mohon perhatian"]])
def test_needs_that_tell_nothing_are_in_no_cluster(texts: list[str]) -> None:
    clusterer = IssueClusterer().fit(texts, ["other"] * len(texts))
    assert clusterer.labels_.tolist() == [-1] * len(texts)
    assert clusterer.predict(["beras"], ["other"]).tolist() == [-1]


def test_what_is_no_list_of_texts_is_refused() -> None:
    with pytest.raises(ValueError, match="2 texts but 1 topics"):
        IssueClusterer().fit(["beras", "jalan"], ["food_aid"])
    with pytest.raises(ValueError, match="not one text"):
        IssueClusterer().fit("beras kurang")


def test_it_is_a_scikit_learn_estimator() -> None:
    clusterer = IssueClusterer()
    with pytest.raises(NotFittedError):
        clusterer.predict(["beras"])
    assert clusterer.get_params() == {"model": None}
    assert clusterer.set_params(model=None) is clusterer
    assert clusterer.fit(np.array(TEXTS), TOPICS) is clusterer
    assert isinstance(clusterer.labels_, np.ndarray)
    copy = clone(clusterer)
    assert not hasattr(copy, "labels_")
    assert copy.fit(TEXTS, TOPICS).labels_.tolist() == clusterer.fit(TEXTS, TOPICS).labels_.tolist()
