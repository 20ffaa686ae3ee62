"""Models and datasets of all kinds from end to end."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from cn_clip_here import make_importable
from make_pictures import jpeg, label_folders
from tiny_clip import TINY_VIT, tiny_model

from tilewise.checkpoint.load import LoadedModel
from tilewise.cli import main
from tilewise.dataset.prepare import PrepareSettings, prepare
from tilewise.evaluate.data import read_label_folders, read_split
from tilewise.evaluate.encoder import Encoder
from tilewise.evaluate.evaluate import EvaluateSettings, evaluate
from tilewise.evaluate.open_encoder import folder_encoder, model_encoder, open_encoder
from tilewise.export.export import ExportSettings, export_model
from tilewise.faults import InputError
from tilewise.onnx_model import OnnxModel
from tilewise.preprocess import MEAN, STD

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def tiny() -> Encoder:
    return model_encoder(LoadedModel(tiny_model(), TINY_VIT), "tiny", CPU, 52)


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


def test_normalisation_is_chinese_clips_own() -> None:
    make_importable()
    from cn_clip.clip import image_transform

    normalise = image_transform(224).transforms[-1]
    assert (tuple(normalise.mean), tuple(normalise.std)) == (MEAN, STD)
