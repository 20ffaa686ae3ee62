"""Pictures told apart by texts and by examples."""

from __future__ import annotations

import argparse

import numpy as np
import pytest
import torch
from cn_clip_here import make_importable
from tiny_clip import TINY_VIT, tiny_model

from tilewise.checkpoint.load import LoadedModel
from tilewise.evaluate.classes import LabelledFeatures, class_features, few_shot, zero_shot
from tilewise.evaluate.encoder import Encoder, Features
from tilewise.evaluate.evaluate import chinese_clip_templates
from tilewise.evaluate.open_encoder import model_encoder

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def tiny() -> Encoder:
    return model_encoder(LoadedModel(tiny_model(), TINY_VIT), "tiny", CPU, 52)


def random_unit(rows: int, seed: int) -> Features:
    values = np.random.default_rng(seed).standard_normal((rows, 16)).astype(np.float32)
    return values / np.linalg.norm(values, axis=1, keepdims=True)


def test_class_texts_are_averaged_as_chinese_clip_does(tiny: Encoder) -> None:
    make_importable()
    from cn_clip.eval.cvinw_zeroshot_templates import openai_templates
    from cn_clip.eval.zeroshot_evaluation import zero_shot_classifier

    classes = ["公交车", "自行车", "“桥”"]
    arguments = argparse.Namespace(context_length=52, gpu="cpu")
    theirs = zero_shot_classifier(tiny_model(), classes, openai_templates[:6], arguments).T.numpy()
    ours = class_features(tiny, classes, chinese_clip_templates()[:6])
    assert np.abs(ours - theirs).max() < 1e-5
    assert len(chinese_clip_templates()) == len(openai_templates)


def test_zero_shot_counts_first_guesses_and_any_of_several_labels() -> None:
    features = np.eye(3, dtype=np.float32)[[0, 1, 2, 2]]
    labels = [frozenset({0}), frozenset({0, 1}), frozenset({0}), frozenset({2})]
    found = zero_shot(LabelledFeatures(features, labels, ["a", "b", "c"]), np.eye(3, dtype=np.float32))
    assert (found["top1"], found["top5"], found["pictures"], found["classes"]) == (0.75, 1.0, 4, 3)
    assert found["by_class"]["a"] == {"pictures": 3, "top1": pytest.approx(2 / 3)}


def test_few_shots_learn_what_the_texts_do_not_say() -> None:
    random = np.random.default_rng(1)
    centres = random_unit(5, 4)
    features = np.repeat(centres, 12, axis=0) + random.normal(0, 0.05, (60, 16)).astype(np.float32)
    features /= np.linalg.norm(features, axis=1, keepdims=True)
    labels = [frozenset({row // 12}) for row in range(60)]
    wrong_texts = np.roll(centres, 1, axis=0)
    data = LabelledFeatures(features, labels, list("abcde"))
    found = few_shot(data, wrong_texts, shots=4, seeds=(0, 1))
    assert (found["classes"], found["pictures"]) == (5, 5 * 8)
    assert found["zero_shot"]["mean"] == 0.0
    assert found["pictures_only"] == {"mean": 1.0, "deviation": 0.0}
    assert few_shot(data, wrong_texts, shots=12, seeds=(0,)) == {"shots": 12, "classes": 0}


def test_pictures_that_are_shown_are_not_asked() -> None:
    """With one picture left a class, its guess tells whether it was seen: it lies exactly on another class."""
    features = np.eye(4, dtype=np.float32)[[0, 1, 2, 3]]
    data = LabelledFeatures(features, [frozenset({0})] * 2 + [frozenset({1})] * 2, ["a", "b"])
    found = few_shot(data, np.eye(4, dtype=np.float32)[:2], shots=1, seeds=(0, 1, 2))
    assert found["pictures"] == 2
    assert found["pictures_only"]["mean"] < 1.0
