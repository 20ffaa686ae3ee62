"""Recall at 1, 5 and 10 as cn_clip.eval counts it (make_topk_predictions, evaluation and their _tr twins)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np

from tilewise.evaluate.encoder import Features

AT = (1, 5, 10)
_ROWS_AT_ONCE = 1024


@dataclass(frozen=True)
class Side:
    """Ids in cn_clip's order, which decides between equals, and their unit rows."""

    ids: Sequence[int]
    features: Features


def recall(asked: Side, answers: Side, truth: Mapping[int, AbstractSet[int]]) -> dict[str, float | int]:
    """Shares, 0..1, of the asked ids in `truth` that have a right answer among the first 1, 5, 10; and their mean.

    Ids whose set of right answers is empty can not be judged: they are counted apart and not as misses.
    """
    ids = np.asarray(answers.ids)
    judged = [(place, truth[number]) for place, number in enumerate(asked.ids) if truth.get(number)]
    hits = dict.fromkeys(AT, 0)
    for start in range(0, len(judged), _ROWS_AT_ONCE):
        part = judged[start : start + _ROWS_AT_ONCE]
        scores = asked.features[[place for place, _ in part]] @ answers.features.T
        best = np.argsort(-scores, axis=1, kind="stable")[:, : max(AT)]
        for row, (_, right) in zip(ids[best].tolist(), part, strict=True):
            for at in AT:
                hits[at] += bool(right & set(row[:at]))
    shares = {f"r{at}": hits[at] / len(judged) if judged else 0.0 for at in AT}
    mean = sum(shares.values()) / len(AT)
    return {"asked": len(judged), "not_judged": len(asked.ids) - len(judged), **shares, "mean_recall": mean}
