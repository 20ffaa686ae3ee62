"""Both directions: what is written here is read by cn_clip, and what cn_clip writes is read here."""

from __future__ import annotations

import json
import pickle
import runpy
import sys
from pathlib import Path

import lmdb
import pytest
import torch
from cn_clip_here import make_importable
from make_pictures import jpeg, label_folders
from read_dataset import SPLITS, images, texts

from tilewise.dataset.lmdb_reader import SplitReader
from tilewise.dataset.lmdb_writer import LmdbWriter, map_bytes
from tilewise.dataset.prepare import PrepareSettings, prepare
from tilewise.faults import InputError


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("set")
    lines = []
    for number in range(30):
        (folder / f"{number}.jpg").write_bytes(jpeg(number))
        named = ["公交车", "双层“公交车”"] if number % 3 else ["Bus"]
        lines.append(json.dumps({"image": f"{number}.jpg", "texts": named}))
    (folder / "labels.jsonl").write_text("\n".join(lines), encoding="utf-8")
    prepare(folder / "labels.jsonl", folder / "out", PrepareSettings())
    return folder / "out"


def records(folder: Path) -> dict[bytes, bytes]:
    with lmdb.open(str(folder), readonly=True, lock=False) as environment, environment.begin() as transaction:
        return {bytes(key): bytes(value) for key, value in transaction.cursor()}


def build_with_cn_clip(dataset: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = ["build", "--data_dir", str(dataset), "--splits", ",".join(SPLITS), "--lmdb_dir", str(out)]
    monkeypatch.setattr(sys, "argv", arguments)
    runpy.run_module("cn_clip.preprocess.build_lmdb_dataset", run_name="__main__")


def test_records_equal_those_of_cn_clips_builder(
    dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_with_cn_clip(dataset, tmp_path / "lmdb", monkeypatch)
    for split in SPLITS:
        for table in ("imgs", "pairs"):
            ours, theirs = records(dataset / "lmdb" / split / table), records(tmp_path / "lmdb" / split / table)
            assert ours == theirs
            assert len(ours) > 1


def test_cn_clips_builder_is_read_here(dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build_with_cn_clip(dataset, tmp_path / "lmdb", monkeypatch)
    for split in SPLITS:
        expected = images(dataset, split)
        pairs = [(i, line["text_id"], line["text"]) for line in texts(dataset, split) for i in line["image_ids"]]
        with SplitReader(tmp_path / "lmdb" / split) as reader:
            assert reader.picture_count == len(expected)
            assert dict(reader.pictures()) == expected
            assert {image_id: reader.picture(image_id) for image_id in expected} == expected
            assert [reader.pair(position) for position in range(len(reader))] == pairs


def test_cn_clips_training_dataset_reads_what_is_written_here(dataset: Path) -> None:
    make_importable()
    from cn_clip.clip import tokenize
    from cn_clip.training.data import LMDBDataset, _preprocess_text

    for split in SPLITS:
        loaded = LMDBDataset(str(dataset / "lmdb" / split), split=split, max_txt_length=52)
        lines = [(i, line["text"]) for line in texts(dataset, split) for i in line["image_ids"]]
        assert (len(loaded), loaded.number_images) == (len(lines), len(images(dataset, split)))
        for position, (_, text) in enumerate(lines):
            image, tokens, end = loaded[position]
            assert image.shape == (3, 224, 224)
            assert torch.equal(tokens, tokenize([_preprocess_text(text)], context_length=52)[0])
            assert tokens[end] == 102


def test_cn_clips_evaluation_dataset_reads_what_is_written_here(dataset: Path) -> None:
    make_importable()
    from cn_clip.eval.data import EvalImgDataset

    loaded = EvalImgDataset(str(dataset / "lmdb/train/imgs"))
    assert {loaded[place][0] for place in range(len(loaded))} == set(images(dataset, "train"))


def test_url_safe_base64_is_read_as_chinese_clip_reads_it(tmp_path: Path) -> None:
    import base64

    picture = bytes(range(256)) * 4
    for table, count in (("imgs", b"num_images"), ("pairs", b"num_samples")):
        with LmdbWriter(tmp_path / table, map_bytes(1, 4096)) as writer:
            if table == "imgs":
                writer.put(b"5", base64.urlsafe_b64encode(picture))
            writer.finish(count)
    with SplitReader(tmp_path) as reader:
        assert reader.picture(5) == picture


def test_a_map_that_is_too_small_grows(tmp_path: Path) -> None:
    values = {b"%d" % number: bytes([number % 256]) * 10_000 for number in range(300)}
    with LmdbWriter(tmp_path / "table", 64 * 1024) as writer:
        for key, value in values.items():
            writer.put(key, value)
        writer.finish(b"num_images")
    stored = records(tmp_path / "table")
    assert stored.pop(b"num_images") == b"300"
    assert stored == values


def test_the_file_is_as_large_as_its_data(dataset: Path, tmp_path: Path) -> None:
    prepare(label_folders(tmp_path / "tiles", 40), tmp_path / "out", PrepareSettings())
    table = tmp_path / "out/lmdb/train/imgs/data.mdb"
    assert table.stat().st_size < 3 * (tmp_path / "out/train_imgs.tsv").stat().st_size


class _Attack:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return print, ("code from a dataset",)


def test_a_pickle_that_would_run_code_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with LmdbWriter(tmp_path / "imgs", map_bytes(1, 100)) as writer:
        writer.finish(b"num_images")
    with LmdbWriter(tmp_path / "pairs", map_bytes(1, 100)) as writer:
        writer.put(b"0", pickle.dumps(_Attack()))
        writer.finish(b"num_samples")
    with SplitReader(tmp_path) as reader, pytest.raises(InputError, match=r"pair 0: expected a pickled .* builtins"):
        reader.pair(0)
    assert capsys.readouterr().out == ""
