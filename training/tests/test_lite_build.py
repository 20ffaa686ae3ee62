from __future__ import annotations

import json
import shutil
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest
from make_pictures import paint
from PIL import Image
from tiny_efficientnet import tiny_efficientnet
from tiny_lexicon import tiny_lexicon

from tilewise.lite import build
from tilewise.lite.build import LiteSettings, build_lite, remake_image
from tilewise.lite.steady import SteadySchedule
from tilewise.lite.text_tower import TextShape
from tilewise.lite.text_training import TextSchedule
from tilewise.lite.word_figures import UNKNOWN, read_nodes
from tilewise.onnx_model import OnnxModel

SETTINGS = LiteSettings(
    steady=SteadySchedule(rounds=1, scenes=4, renderings=1, chunk=4, batch=3, first_block=4),
    shape=TextShape(token_width=16, width=32, inner=64, heads=2, layers=2),
    schedule=TextSchedule(steps=60, batch=64, rate=1e-2, rounds=10, round_steps=20, round_rate=3e-3),
)


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pictures")
    paint(1).save(folder / "one.png")
    return folder


@pytest.fixture(scope="module")
def folder(pictures: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "load_lexicon", lambda dictionaries: tiny_lexicon())
        patch.setattr(build, "load_backbone", tiny_efficientnet)
        out = tmp_path_factory.mktemp("models") / "tiny"
        build_lite(SETTINGS, Path("unused"), pictures, out)
    return out


def test_the_whole_model_is_made_and_runs(folder: Path) -> None:
    model = OnnxModel(folder, threads=1)
    lexicon = tiny_lexicon()
    assert read_nodes(model, ["狗", "雨伞"]) == [lexicon.known["狗"], lexicon.known["雨伞"]]
    assert read_nodes(model, ["楼梯", "斑马线"]) == [UNKNOWN, UNKNOWN]
    Image.effect_noise((40, 30), 80).save(folder / "noise.png")
    images = model.image_features([folder / "noise.png"] * 3)
    chances = model.probabilities(images, model.text_features(["狗"])[0])
    assert images.shape == (3, model.manifest["embeddingDimension"])
    assert np.allclose(chances, chances[0]) and 0 < chances[0] < 1


def test_the_manifest_describes_the_files(folder: Path) -> None:
    manifest = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    assert manifest["format"] == "tilewise-model/1"
    for part in (manifest["image"], manifest["text"], manifest["text"]["vocabulary"]):
        assert (folder / part["file"]).stat().st_size == part["bytes"]
    assert manifest["text"]["vocabulary"]["size"] == 21128


def test_the_image_tower_alone_is_made_anew(
    folder: Path, pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "load_backbone", tiny_efficientnet)
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    before = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    fitted = before | {"version": "0.9.0", "decision": before["decision"] | {"calibration": {"sureness": 0.9}}}
    (copy / "model.json").write_text(json.dumps(fitted), encoding="utf-8")
    (copy / "text.onnx").write_bytes(b"as it was")
    remake_image(replace(SETTINGS, steady=replace(SETTINGS.steady, seed=2)), pictures, copy)
    after = json.loads((copy / "model.json").read_text(encoding="utf-8"))
    assert after["image"] == before["image"] | {"sha256": after["image"]["sha256"]}
    assert after["image"]["sha256"] == sha256((copy / "image.onnx").read_bytes()).hexdigest()
    assert after["image"]["sha256"] != before["image"]["sha256"]
    assert (copy / "text.onnx").read_bytes() == b"as it was"
    # A decision that was fitted to the tower before is not kept.
    assert after == before | {"image": after["image"]}


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"expected a model description at .*found none"):
        OnnxModel(tmp_path)
