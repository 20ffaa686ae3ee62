from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from cn_clip_here import make_importable
from make_pictures import jpeg, label_folders
from tiny_clip import TINY_VIT, tiny_model

from tilewise.checkpoint.load import LoadedModel
from tilewise.cli import main
from tilewise.dataset.prepare import PrepareSettings, prepare
from tilewise.evaluate.classes import LabelledFeatures, class_features, few_shot, zero_shot
from tilewise.evaluate.data import read_label_folders, read_split
from tilewise.evaluate.encoder import Encoder, Features, Rules
from tilewise.evaluate.evaluate import EvaluateSettings, chinese_clip_templates, evaluate
from tilewise.evaluate.grids import evaluate_grids, read_grids
from tilewise.evaluate.open_encoder import folder_encoder, model_encoder, open_encoder
from tilewise.evaluate.recall import Side, recall
from tilewise.export.export import ExportSettings, export_model
from tilewise.faults import InputError
from tilewise.onnx_model import OnnxModel
from tilewise.preprocess import MEAN, STD

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def tiny() -> Encoder:
    return model_encoder(LoadedModel(tiny_model(), TINY_VIT), "tiny", CPU, 52)


def colours(rules: Rules | None = None) -> Encoder:
    """A picture is its mean colour, a text one of the axes: what is right is plain to see."""
    axes = {
        "红": [1, 0, 0, 0],
        "绿": [0, 1, 0, 0],
        "蓝": [0, 0, 1, 0],
        "其他": [0.5, 0.5, 0.5, 0.5],
        "无": [0.5, 0.5, 0.5, 0.5],
    }

    def encode_images(pixels: Features) -> Features:
        means = (pixels * 1.0).mean(axis=(2, 3))
        return np.concatenate([means, np.full((len(means), 1), 0.01, np.float32)], axis=1)

    def encode_texts(texts: Sequence[str]) -> Features:
        return np.array([axes[text] for text in texts], np.float32)

    rules = rules or Rules(logit_scale=20.0, unknown_cosine=0.99)
    return Encoder("colours", 8, rules, encode_images, encode_texts, (0.0, 0.0, 0.0), (1.0, 1.0, 1.0))


def coloured(folder: Path, name: str, rgb: tuple[int, int, int]) -> str:
    from PIL import Image

    folder.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (20, 20), rgb).save(folder / name)
    return name


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


def test_an_exported_folder_and_its_checkpoint_say_the_same(tmp_path: Path, tiny: Encoder) -> None:
    export_model(LoadedModel(tiny_model(), TINY_VIT), tmp_path / "out", ExportSettings())
    folder = folder_encoder(OnnxModel(tmp_path / "out"))
    pictures = [(f"{seed}.jpg", jpeg(seed)) for seed in range(5)]
    texts = ["公交车", "双层“巴士”", "Bus"]
    assert np.abs(folder.images(pictures) - tiny.images(pictures)).max() < 1e-5
    assert np.abs(folder.texts(texts) - tiny.texts(texts)).max() < 1e-5
    assert folder.rules == tiny.rules


def test_label_folders_and_datasets_from_end_to_end(tmp_path: Path, tiny: Encoder) -> None:
    src = label_folders(tmp_path / "tiles", 20)
    found = evaluate(tiny, src, EvaluateSettings(shots=(1, 4)))
    assert found["zero_shot"]["pictures"] == 40
    assert [entry["shots"] for entry in found["few_shot"]] == [1, 4]

    prepare(src, tmp_path / "set", PrepareSettings())
    found = evaluate(tiny, tmp_path / "set", EvaluateSettings(split="train"))
    assert found["recall"]["text_to_image"]["asked"] == 2
    assert found["recall"]["image_to_text"]["asked"] == 32
    assert found["zero_shot"]["pictures"] == 32
    by_tsv = read_split(tmp_path / "set", "train")
    for path in (*(tmp_path / "set").glob("*.tsv"), *(tmp_path / "set").glob("*_texts.jsonl")):
        path.unlink()
    by_lmdb = read_split(tmp_path / "set", "train")
    assert [picture.image_id for picture in by_lmdb.pictures] == [picture.image_id for picture in by_tsv.pictures]
    assert evaluate(tiny, tmp_path / "set", EvaluateSettings(split="train")) == found


def test_numbered_folders_of_chinese_clip_have_all_names_of_the_list_as_classes(tmp_path: Path) -> None:
    label_folders(tmp_path / "set/test", 2, labels=("000", "002"))
    (tmp_path / "set/label_cn.txt").write_text("红\n绿\n蓝\n", encoding="utf-8")
    found = read_label_folders(tmp_path / "set/test")
    assert found.classes == ["红", "绿", "蓝"]
    assert found.labels == [frozenset({0})] * 2 + [frozenset({2})] * 2


@pytest.fixture
def grids(tmp_path: Path) -> Path:
    red, green, blue = (
        coloured(tmp_path, f"{name}.png", rgb)
        for name, rgb in (("r", (220, 0, 0)), ("g", (0, 220, 0)), ("b", (0, 0, 220)))
    )
    dull = coloured(tmp_path, "dull.png", (120, 110, 110))
    lines = [
        {"text": "红", "tiles": [red, green, blue, red], "answer": [0, 3]},
        {"text": "绿", "tiles": [red, green, dull], "answer": [1, 2]},
        {"text": "蓝", "tiles": [red, green], "answer": [], "count": 0},
        {"text": "无", "tiles": [red, green], "answer": [0]},
        {"text": "红", "tiles": [red, red, green], "answer": [0, 1], "count": 1},
    ]
    path = tmp_path / "grids.jsonl"
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines) + "\n\n", encoding="utf-8")
    return path


def test_grids_are_counted_as_the_extensions_evaluation_counts_them(grids: Path) -> None:
    found = evaluate_grids(colours(), read_grids(grids))
    assert set(found) == {"grids", "tileAccuracy", "gridAccuracy", "gridAccuracyWithCount", "tilesPerSecond", "byText"}
    # Wrong: the dull tile below the threshold, and the tile of the unknown word.
    assert found["tileAccuracy"] == pytest.approx(1 - 2 / 14)
    assert found["gridAccuracy"] == pytest.approx(3 / 5)
    # The count finds the dull tile, and leaves a right one where the line counts one too few: the earlier is kept.
    assert found["gridAccuracyWithCount"] == pytest.approx(3 / 5)
    assert found["byText"]["红"] == {"grids": 2, "tileAccuracy": 1.0, "gridAccuracy": 1.0, "gridAccuracyWithCount": 0.5}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('{"tiles": ["r.png"], "answer": []}', 'the field "text" with the thing asked for, found None'),
        ('{"text": "红", "tiles": [], "answer": []}', 'the field "tiles" with paths of pictures, found []'),
        ('{"text": "红", "tiles": ["r.png"], "answer": 0}', 'the field "answer" with positions, found 0'),
        ('{"text": "红", "tiles": ["r.png"], "answer": [1]}', 'positions of "answer" from 0 to 0, found 1'),
        ('{"text": "红", "tiles": ["r.png"], "answer": [0, 0]}', 'each position of "answer" once, found [0, 0]'),
        ('{"text": "红", "tiles": ["r.png"], "answer": [], "count": 2}', 'the field "count" from 0 to 1, found 2'),
        ('{"text": "红", "tiles": ["x.png"], "answer": []}', "a picture at "),
        ("红", "a JSON object, found '红'"),
    ],
)
def test_faulty_grids_are_named_by_line(grids: Path, line: str, expected: str) -> None:
    grids.write_text(grids.read_text(encoding="utf-8") + line, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_grids(grids)
    assert str(caught.value).startswith(f"{grids}:7: expected {expected}")


def test_broken_pictures_lost_ids_and_absent_splits(tmp_path: Path, tiny: Encoder) -> None:
    src = label_folders(tmp_path / "tiles", 20)
    prepare(src, tmp_path / "set", PrepareSettings())
    (src / "公交车/001.jpg").write_bytes(jpeg(1)[:500])
    with pytest.raises(InputError, match=r"公交车/001\.jpg: expected a whole picture, found 500 bytes"):
        evaluate(tiny, src, EvaluateSettings())
    with pytest.raises(InputError, match="expected the split night, found train, valid, test"):
        evaluate(tiny, tmp_path / "set", EvaluateSettings(split="night"))
    with (tmp_path / "set/test_texts.jsonl").open("a", encoding="utf-8") as stream:
        stream.write('{"text_id": 9, "text": "桥", "image_ids": [4711]}\n')
    with pytest.raises(InputError, match=r"test: text_id 9: expected image ids .* found image id 4711"):
        evaluate(tiny, tmp_path / "set", EvaluateSettings())


def test_no_such_model_and_no_such_device(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(
        InputError, match=r"nothing: expected a checkpoint, or a folder with model\.json, found nothing"
    ):
        open_encoder(tmp_path / "nothing")
    (tmp_path / "a.pt").write_bytes(b"")
    for name in ("cuda:63", "quantum"):
        assert main(["evaluate", str(tmp_path / "a.pt"), str(tmp_path), "--device", name]) == 1
        assert f"--device: expected one of {'cpu'}" in caplog.text.replace("cuda:0, ", "").replace("mps, ", "")
        assert f"found {name}" in caplog.text


def test_the_command_prints_one_object(tmp_path: Path, grids: Path, capsys: pytest.CaptureFixture[str]) -> None:
    export_model(LoadedModel(tiny_model(), TINY_VIT), tmp_path / "out", ExportSettings(name="tiny"))
    assert main(["evaluate", str(tmp_path / "out"), str(grids), "--json", "--threshold", "0.4"]) == 0
    printed: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert (printed["model"], printed["grids"]) == ("tiny 1.0.0", 5)
    assert main(["evaluate", str(tmp_path / "out"), str(grids)]) == 0
    assert "5 grids: tiles right" in capsys.readouterr().out


def test_normalisation_is_chinese_clips_own() -> None:
    make_importable()
    from cn_clip.clip import image_transform

    normalise = image_transform(224).transforms[-1]
    assert (tuple(normalise.mean), tuple(normalise.std)) == (MEAN, STD)
