"""The embedded model trained further on painted pictures, exported, and compared with what it was."""

from __future__ import annotations

import hashlib
import json
import signal
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from make_pictures import SIDE, encode, paint
from PIL import Image
from tiny_clip import tiny_model
from tiny_training import losses, tiny_dataset, tiny_settings

from tilewise.checkpoint.load import read_checkpoint
from tilewise.checkpoint.save import save_checkpoint
from tilewise.cli import main
from tilewise.dataset.prepare import PrepareSettings, prepare
from tilewise.evaluate.open_encoder import open_encoder
from tilewise.faults import InputError
from tilewise.finetune import train as loop
from tilewise.finetune.finetune import finetune
from tilewise.finetune.settings import FinetuneSettings
from tilewise.lite.lite_model import build_lite_model, choose_words, read_base, token_rows
from tilewise.onnx_model import OnnxModel, unit

BASE = Path(__file__).parents[2] / "models" / "cn-clip-lite"
# The base knows the first and the second, and says of the third that it does not.
LABELS = ("公交车", "气球", "消防栓")


def lite_settings(dataset: Path, logs: Path, **changes: Any) -> FinetuneSettings:
    values = {"vision_model": "cn-clip-lite", "base": BASE, "lr": 3e-3, "max_epochs": 8}
    return tiny_settings(dataset, logs, **values | changes)


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A colour a label, so that there is something to learn; the base takes all of them for something else."""
    folder = tmp_path_factory.mktemp("lite")
    for place, (label, colour) in enumerate(zip(LABELS, ("red", "green", "blue"), strict=True)):
        (folder / "tiles" / label).mkdir(parents=True)
        for number in range(10):
            picture = Image.blend(paint(100 * place + number), Image.new("RGB", (SIDE, SIDE), colour), 0.6)
            (folder / "tiles" / label / f"{number}.jpg").write_bytes(encode(picture))
    prepare(folder / "tiles", folder / "set", PrepareSettings())
    return folder / "set"


@pytest.fixture(scope="module")
def trained(dataset: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    logs = tmp_path_factory.mktemp("logs")
    report = finetune(lite_settings(dataset, logs, use_augment=True))
    out = logs / "out"
    assert main(["export", report["checkpoint"], str(out), "--name", "tiles"]) == 0
    return out, report


def pictures(dataset: Path, label: str) -> list[Path]:
    return sorted((dataset.parent / "tiles" / label).iterdir())


def test_words_trained_on_are_learned_the_new_one_too(dataset: Path, trained: tuple[Path, dict[str, Any]]) -> None:
    model = OnnxModel(trained[0])
    images = {label: model.image_features(pictures(dataset, label)) for label in LABELS}
    words = dict(zip(LABELS, model.text_features(LABELS), strict=True))
    for word in LABELS:
        shares = {label: model.probabilities(images[label], words[word]).mean() for label in LABELS}
        assert max(shares, key=lambda label: shares[label]) == word
    assert model.text_features(["消防栓"])[0] @ model.text_features(model.distractors)[0] < model.unknown_cosine


def test_words_not_trained_on_keep_their_probabilities(dataset: Path, trained: tuple[Path, dict[str, Any]]) -> None:
    before, after = OnnxModel(BASE), OnnxModel(trained[0])
    words = ["狗", "公共汽车站", "吉他", "楼梯", "请选择所有的狗", "消防栓盖"]
    paths = pictures(dataset, "公交车")
    for word in words:
        found = [m.probabilities(m.image_features(paths), m.text_features([word])[0]) for m in (before, after)]
        assert np.allclose(*found, atol=2e-3)
    other = trained[1]["words_not_trained_on"]
    assert (other["decisions_changed"], other["text_neighbours_kept"]) == (0.0, 1.0)
    assert other["text_cosine"] == pytest.approx(1, abs=1e-6)


def test_the_folder_is_described_like_the_one_it_came_from(trained: tuple[Path, dict[str, Any]]) -> None:
    old = json.loads((BASE / "model.json").read_text(encoding="utf-8"))
    new = json.loads((trained[0] / "model.json").read_text(encoding="utf-8"))
    assert new.keys() == old.keys()
    assert (new["name"], new["embeddingDimension"]) == ("tiles", old["embeddingDimension"] + 1)
    for part in (new["image"], new["text"], new["text"]["vocabulary"]):
        content = (trained[0] / part["file"]).read_bytes()
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (part["sha256"], part["bytes"])
    for file, width in (("image", new["embeddingDimension"]), ("text", new["embeddingDimension"])):
        session = onnxruntime.InferenceSession(trained[0] / new[file]["file"])
        assert session.get_outputs()[0].shape == ["batch", width]


def test_the_checkpoint_says_what_its_export_says(dataset: Path, trained: tuple[Path, dict[str, Any]]) -> None:
    encoder = open_encoder(Path(trained[1]["checkpoint"]), "cpu")
    model = OnnxModel(trained[0])
    paths = pictures(dataset, "气球")[:3]
    images = encoder.images((path.name, path.read_bytes()) for path in paths)
    assert (images * model.image_features(paths)).sum(axis=1).min() > 0.999
    assert np.allclose(encoder.texts(["消防栓", "狗"]), model.text_features(["消防栓", "狗"]), atol=1e-5)


def test_broken_off_and_gone_on_with_the_losses_are_the_same(
    dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes = {"use_augment": True, "max_epochs": 3}
    finetune(lite_settings(dataset, tmp_path, name="whole", **changes))
    step, count = loop._step, iter(range(100))

    def interrupted(*arguments: Any) -> Any:
        if next(count) == 4:
            signal.raise_signal(signal.SIGINT)
        return step(*arguments)

    monkeypatch.setattr(loop, "_step", interrupted)
    for ended in ("interrupted", "done"):
        assert finetune(lite_settings(dataset, tmp_path, name="broken", **changes))["ended"] == ended
    assert losses(tmp_path, "broken") == losses(tmp_path, "whole")


def test_more_words_are_added_to_what_was_trained(trained: tuple[Path, dict[str, Any]], tmp_path: Path) -> None:
    more = tiny_dataset(tmp_path, 4, ("路灯", "消防栓"))
    checkpoint = Path(trained[1]["checkpoint"])
    settings = lite_settings(more, tmp_path, resume=checkpoint, reset_data_offset=True, max_epochs=1)
    with pytest.raises(InputError, match=r"expected its 3 words and no others to go on with, found 4 with those of"):
        finetune(settings)
    settings = lite_settings(
        more, tmp_path, resume=checkpoint, reset_data_offset=True, reset_optimizer=True, max_epochs=1, lr=1e-9
    )
    finetune(settings)
    old, new = read_checkpoint(checkpoint), read_checkpoint(settings.checkpoints / "epoch_latest.pt")
    before, after = (build_lite_model(read.extra, read.weights, "a.pt") for read in (old, new))
    assert after.words.added == ("消防栓", "路灯")
    features, rows = torch.rand(2, 1280), torch.from_numpy(token_rows(["公交车", "消防栓", "气球"]))
    with torch.no_grad():
        found = [model.encode_image(features) @ model.encode_text(rows).T for model in (before, after)]
    assert torch.allclose(*found, atol=1e-4)


def test_texts_are_looked_up_in_the_base() -> None:
    base = read_base(BASE)
    words = choose_words(base, ["狗", "小狗", "楼梯", "公交车", "人行横道"])
    assert words.added == ("楼梯", "人行横道")
    assert [151 in base.nodes.sets[node] for node in words.nodes] == [True, False]


def test_words_that_the_vocabulary_cannot_tell_apart_are_not_added() -> None:
    base = read_base(BASE)
    assert np.array_equal(*token_rows(["蝾螈", "鸸鹋"]))
    with pytest.raises(InputError) as caught:
        choose_words(base, ["狗", "楼梯", "狍子", "蝾螈", "鸸鹋"])
    expected = "expected a word of which the vocabulary has half of the characters, found one whose characters it lacks"
    assert str(caught.value) == f"蝾螈: {expected}\n鸸鹋: {expected}"


def test_a_word_added_to_the_graph_is_that_text_alone(trained: tuple[Path, dict[str, Any]]) -> None:
    old = onnxruntime.InferenceSession(BASE / "text.onnx")
    new = onnxruntime.InferenceSession(trained[0] / "text.onnx")
    texts = ["消防栓", "消防", "消防栓消防栓", "狗", "栓防消"]
    rows = token_rows(texts)
    found, before = new.run(None, {"text": rows})[0], old.run(None, {"text": rows})[0]
    assert found[:, -1].tolist() == [1, 0, 0, 0, 0]
    assert not found[0, :-1].any()
    assert np.array_equal(found[1:, :-1], before[1:])
    assert np.allclose(np.linalg.norm(unit(found), axis=1), 1)
    onnx.checker.check_model(str(trained[0] / "text.onnx"))


def test_what_can_not_be_is_refused(dataset: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    save_checkpoint(tmp_path / "tiny.pt", tiny_model().state_dict(), {})
    train = ["finetune", "--train-data", str(dataset / "lmdb/train"), "--vision-model", "cn-clip-lite"]
    for arguments, expected in (
        ([*train, "--base", str(tmp_path)], "expected the folder of the embedded model, with model.json, found none"),
        ([*train, "--resume", str(tmp_path / "tiny.pt")], "tiny.pt: expected a checkpoint of cn-clip-lite, found"),
        ([*train, "--freeze-vision"], "expected neither --grad-checkpointing nor --freeze-vision, found one"),
    ):
        caplog.clear()
        assert main(arguments) == 1
        assert expected in caplog.text
