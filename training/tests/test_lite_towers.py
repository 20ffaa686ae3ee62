from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import onnx
import onnxruntime  # type: ignore[import-untyped]
import torch
from tiny_lexicon import plain_backbone, tiny_lexicon

from tilewise.lite.image_tower import LENGTH, ImageFeatures, Reading
from tilewise.lite.text_tower import TextFeatures, TextShape, TextTower
from tilewise.onnx_export import Port, export_onnx

SHAPE = TextShape(vocabulary=400, token_width=8, width=16, inner=32, heads=2, layers=2)


def _image_features() -> ImageFeatures:
    return ImageFeatures(plain_backbone("lite1"), tiny_lexicon().nodes, Reading())


def test_the_cosine_rule_gives_the_log_odds_of_a_word() -> None:
    features = _image_features()
    reading, dogs = features.reading, 1000
    chances = torch.full((1, 1000), 0.6 / 882)
    chances[0, 151:269] = 0.4 / 118
    row = features.embed(torch.cat([chances, chances @ features.groups], dim=1))[0]
    cosines = row / row.norm()
    log_odds = 100 * float(cosines[dogs] - cosines[-2])
    prior = math.log(118 / 882)
    assert math.isclose(log_odds, math.log(0.4 / 0.6) - reading.prior_weight * prior - reading.threshold, abs_tol=1e-3)


def test_every_embedding_has_the_same_length() -> None:
    pixels = torch.randn(5, 3, 8, 8, generator=torch.Generator().manual_seed(1))
    with torch.no_grad():
        lengths = _image_features().eval()(pixels).norm(dim=1)
    assert torch.allclose(lengths, torch.full((5,), LENGTH), atol=1e-4)


def test_padding_changes_no_text() -> None:
    torch.manual_seed(0)
    tower = TextTower(SHAPE, nodes=10).eval()
    short = torch.tensor([[101, 7, 8, 102]])
    padded = torch.cat([short, torch.zeros(1, 48, dtype=torch.int64)], dim=1)
    with torch.no_grad():
        assert torch.allclose(tower(short), tower(padded), atol=1e-5)


def test_towers_export_with_a_dynamic_batch_and_half_weights(tmp_path: Path) -> None:
    torch.manual_seed(0)
    texts = TextFeatures(TextTower(SHAPE, nodes=10), sharpness=1.0)
    rows = torch.randint(1, 200, (2, 52), generator=torch.Generator().manual_seed(2))
    export_onnx(texts, Port("text", "unnorm_text_features", rows), tmp_path / "text.onnx")
    session = onnxruntime.InferenceSession(tmp_path / "text.onnx")
    five = torch.randint(0, 200, (5, 52), generator=torch.Generator().manual_seed(3))
    (found,) = session.run(["unnorm_text_features"], {"text": five.numpy()})
    with torch.no_grad():
        assert np.abs(found - texts(five).numpy()).max() < 1e-3
    halves = {t.name for t in onnx.load_model(tmp_path / "text.onnx").graph.initializer if t.name.endswith(".half")}
    assert "tower.tokens.weight.half" in halves
