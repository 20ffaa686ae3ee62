"""Zero-shot and k-shot accuracy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from tilewise.evaluate.encoder import Encoder, Features

Indices = npt.NDArray[np.int64]
_TOP = (1, 5)
# How much the text weighs beside the mean of k pictures: as much as one picture.
_TEXT_PICTURES = 1.0


@dataclass(frozen=True)
class LabelledFeatures:
    """Unit rows of pictures and, for each, the classes that are right (numbers of `classes`)."""

    features: Features
    labels: Sequence[frozenset[int]]
    classes: Sequence[str]


def class_features(encoder: Encoder, classes: Sequence[str], templates: Sequence[str]) -> Features:
    """A class is the unit mean of its unit texts, as cn_clip.eval.zeroshot_evaluation has it. `{}` is the name."""
    rows = []
    for name in classes:
        mean = encoder.texts([template.replace("{}", name) for template in templates]).mean(axis=0)
        rows.append(mean / np.linalg.norm(mean))
    return np.stack(rows).astype(np.float32)


def zero_shot(data: LabelledFeatures, texts: Features) -> dict[str, Any]:
    """Shares of pictures whose first guess, or one of five, is right; and the first guess for each class."""
    logits = data.features @ texts.T
    ranked = np.argsort(-logits, axis=1, kind="stable")
    figures: dict[str, Any] = {"pictures": len(data.labels), "classes": len(data.classes)}
    for top in _TOP:
        right = _right(ranked[:, :top], data.labels)
        figures[f"top{top}"] = float(right.mean())
        if top == 1:
            figures["by_class"] = _by_class(right, data)
    return figures


def few_shot(data: LabelledFeatures, texts: Features, shots: int, seeds: Sequence[int]) -> dict[str, Any]:
    """`shots` pictures of each class are looked at, the others guessed.

    `pictures_only`: the nearest mean of a class's pictures. `with_text`: the class's text counts as one picture more.
    Classes with too few pictures have none left to guess, or none to look at: they are left out.
    """
    numbers = _single_labels(data)
    sizes = np.bincount(numbers[numbers >= 0], minlength=len(data.classes))
    used = np.flatnonzero(sizes > shots)
    if not len(used):
        return {"shots": shots, "classes": 0}
    pool = _Pool(data.features, texts, numbers, used)
    runs = [_few_shot_once(pool, shots, seed) for seed in seeds]
    figures: dict[str, Any] = {"shots": shots, "classes": len(used), "pictures": runs[0][0]}
    for place, name in ((1, "pictures_only"), (2, "with_text"), (3, "zero_shot")):
        shares = np.array([run[place] for run in runs])
        figures[name] = {"mean": float(shares.mean()), "deviation": float(shares.std())}
    return figures


@dataclass(frozen=True)
class _Pool:
    """Pictures with the number of their one class, the texts of all classes, and the classes that take part."""

    features: Features
    texts: Features
    numbers: Indices
    used: Indices


def _few_shot_once(pool: _Pool, shots: int, seed: int) -> tuple[int, float, float, float]:
    random = np.random.default_rng(seed)
    numbers, used = pool.numbers, pool.used
    shown = np.concatenate([random.choice(np.flatnonzero(numbers == number), shots, replace=False) for number in used])
    asked = np.setdiff1d(np.flatnonzero(np.isin(numbers, used)), shown)
    sums, texts = pool.features[shown].reshape(len(used), shots, -1).sum(axis=1), pool.texts[used]
    truth = np.searchsorted(used, numbers[asked])
    shares = [
        float(((pool.features[asked] @ _unit(rows).T).argmax(axis=1) == truth).mean())
        for rows in (sums, sums + _TEXT_PICTURES * texts, texts)
    ]
    return len(asked), shares[0], shares[1], shares[2]


def _single_labels(data: LabelledFeatures) -> Indices:
    """-1 for pictures of no class or of several."""
    return np.array([next(iter(labels)) if len(labels) == 1 else -1 for labels in data.labels], dtype=np.int64)


def _right(guesses: Indices, labels: Sequence[frozenset[int]]) -> npt.NDArray[np.bool_]:
    return np.array([bool(right & set(row)) for row, right in zip(guesses.tolist(), labels, strict=True)])


def _by_class(right: npt.NDArray[np.bool_], data: LabelledFeatures) -> dict[str, dict[str, float]]:
    hits = np.zeros((len(data.classes), 2))
    for share, labels in zip(right, data.labels, strict=True):
        for label in labels:
            hits[label] += (1, share)
    return {
        name: {"pictures": int(count), "top1": float(hit / count)}
        for name, (count, hit) in zip(data.classes, hits, strict=True)
        if count
    }


def _unit(rows: Features) -> Features:
    lengths: Features = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / lengths
