"""How well a grouping agrees with a reference grouping."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence


def b_cubed(gold: Sequence[Hashable], found: Sequence[Hashable]) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1 of the grouping `found` against `gold`, each from 0 to 1 (1: the same groups).

    For each item: of the items grouped with it, the share that belongs with it (precision), and of the items that belong with it, the
    share that is grouped with it (recall), the item itself included; both averaged over all items. F1 is their harmonic mean. Unlike pair
    counting it does not let the largest group decide, and it falls both when groups are mixed and when they are torn apart.

    Source: Bagga and Baldwin (1998), Entity-based cross-document coreferencing using the vector space model; Amigó, Gonzalo, Artiles and
    Verdejo (2009), A comparison of extrinsic clustering evaluation metrics based on formal constraints.

    Args:
        gold: the reference group of each item.
        found: the group of each item in the same order.

    Raises:
        ValueError: the two differ in length, or are empty.

    >>> b_cubed(["jalan", "jalan", "beras"], [1, 1, 1])  # doctest: +ELLIPSIS
    (0.555..., 1.0, 0.714...)
    """
    if len(gold) != len(found) or not gold:
        raise ValueError(f"cannot compare {len(gold)} items with {len(found)}")
    gold_sizes, found_sizes = Counter(gold), Counter(found)
    shared = Counter(zip(gold, found, strict=True))
    precision = sum(count * count / found_sizes[group] for (_, group), count in shared.items()) / len(gold)
    recall = sum(count * count / gold_sizes[group] for (group, _), count in shared.items()) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)
