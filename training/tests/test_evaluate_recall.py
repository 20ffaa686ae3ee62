"""Recall, beside what cn_clip counts."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from tilewise.evaluate.encoder import Features
from tilewise.evaluate.recall import Side, recall


def random_unit(rows: int, seed: int) -> Features:
    values = np.random.default_rng(seed).standard_normal((rows, 16)).astype(np.float32)
    return values / np.linalg.norm(values, axis=1, keepdims=True)


def write_predictions(path: Path, asked: Side, answers: Side, names: tuple[str, str]) -> None:
    """cn_clip.eval.make_topk_predictions without its CUDA: the same sum, the same sort."""
    with path.open("w", encoding="utf-8") as stream:
        for number, row in zip(asked.ids, asked.features, strict=True):
            scored = [
                (int(other), float(row @ feature)) for other, feature in zip(answers.ids, answers.features, strict=True)
            ]
            best = [other for other, _ in sorted(scored, key=lambda entry: entry[1], reverse=True)[:10]]
            stream.write(json.dumps({names[0]: int(number), names[1]: best}) + "\n")


def test_recall_is_what_chinese_clips_evaluation_counts(tmp_path: Path) -> None:
    from cn_clip.eval import evaluation, evaluation_tr

    random = np.random.default_rng(3)
    images, texts = Side(list(range(100, 160)), random_unit(60, 1)), Side(list(range(25)), random_unit(25, 2))
    of_text = {
        text: {int(i) for i in random.choice(images.ids, random.integers(1, 6), replace=False)} for text in texts.ids
    }
    of_image: dict[int, set[int]] = {}
    for text, found in of_text.items():
        for image in found:
            of_image.setdefault(image, set()).add(text)
    cases = (
        (texts, images, of_text, evaluation, ("text_id", "image_ids")),
        (images, texts, of_image, evaluation_tr, ("image_id", "text_ids")),
    )
    for asked, answers, truth, module, names in cases:
        golden, predictions = tmp_path / f"{names[0]}.jsonl", tmp_path / f"{names[0]}.predictions.jsonl"
        lines = [json.dumps({names[0]: number, names[1]: sorted(right)}) for number, right in truth.items()]
        golden.write_text("\n".join(lines) + "\n", encoding="utf-8")
        write_predictions(predictions, asked, answers, names)
        mean, r1, r5, r10 = module.compute_score(str(golden), str(predictions))
        found = recall(asked, answers, truth)
        assert [found[name] * 100 for name in ("mean_recall", "r1", "r5", "r10")] == pytest.approx([mean, r1, r5, r10])
        assert 0 < r1 < r10 < 100


def test_recall_leaves_out_what_has_no_answer_and_takes_fewer_than_ten(tmp_path: Path) -> None:
    sides = Side([1, 2, 3], np.eye(3, dtype=np.float32)), Side([7, 8], np.eye(3, dtype=np.float32)[:2])
    found = recall(*sides, {1: {7}, 2: {7}, 3: set()})
    assert found == {
        "asked": 2,
        "not_judged": 1,
        "r1": 0.5,
        "r5": 1.0,
        "r10": 1.0,
        "mean_recall": pytest.approx(2.5 / 3),
    }
