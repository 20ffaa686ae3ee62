from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from make_pictures import encode, jpeg, paint
from read_dataset import images

from tilewise.dataset.check import check
from tilewise.dataset.layout import format_image_line
from tilewise.dataset.lmdb_writer import LmdbWriter, lmdb_folder, map_bytes
from tilewise.faults import InputError


def told(report: dict[str, Any], level: str = "error") -> list[str]:
    return [f"{f['where']}: {f['expected']} / {f['found']}" for f in report["faults"] if f["level"] == level]


def append_line(path: Path, line: str) -> None:
    with path.open("a", encoding="utf-8") as stream:
        stream.write(line + "\n")


def test_what_prepare_writes_is_without_fault_and_its_classes_are_counted(dataset: Path) -> None:
    report = check(dataset)
    assert report["faults"] == []
    assert report["splits"]["train"] == {"pictures": 32, "texts": 2, "pairs": 32}
    assert report["labels"]["公交车"] == {"train": 16, "valid": 2, "test": 2}


def test_ids_that_join_nothing(dataset: Path) -> None:
    append_line(dataset / "valid_texts.jsonl", '{"text_id": 9, "text": "桥", "image_ids": [4711]}')
    place = dataset / "valid_texts.jsonl"
    expected = f"{place}:3: image ids that are in valid_imgs.tsv / image id 4711, which is not there"
    assert expected in told(check(dataset))


def test_pictures_that_do_not_decode_and_lines_that_are_torn(dataset: Path) -> None:
    append_line(dataset / "test_imgs.tsv", format_image_line(500, jpeg(1)[:700]).decode().strip())
    append_line(dataset / "test_imgs.tsv", "501")
    found = told(check(dataset))
    assert any(fault.startswith(f"{dataset / 'test_imgs.tsv'}:5: a whole picture / 700 bytes") for fault in found)
    assert any(fault.startswith(f"{dataset / 'test_imgs.tsv'}:6: id TAB base64 / no TAB") for fault in found)


@pytest.mark.parametrize(
    ("quality", "level", "how"),
    [(None, "error", "equal bytes"), (100, "warning", "nearly the same")],
)
def test_leaks_between_splits(dataset: Path, quality: int | None, level: str, how: str) -> None:
    picture = next(iter(images(dataset, "train").values()))
    if quality is not None:
        original = next(path for path in (dataset.parent / "tiles").rglob("*.jpg") if path.read_bytes() == picture)
        seed = int(original.stem) + 1000 * (original.parent.name == "自行车")
        picture = encode(paint(seed), quality=quality)
    append_line(dataset / "valid_imgs.tsv", format_image_line(500, picture).decode().strip())
    append_line(dataset / "valid_texts.jsonl", '{"text_id": 9, "text": "公交车", "image_ids": [500]}')
    train = dataset / "train_imgs.tsv"
    expected = f"{dataset / 'valid_imgs.tsv'}:5: a picture that is in one split only / {how} as {train}:1, in train and"
    assert any(fault.startswith(expected) for fault in told(check(dataset), level))


def test_pictures_without_text_ids_named_twice_and_labels_that_train_lacks(dataset: Path) -> None:
    append_line(dataset / "train_imgs.tsv", format_image_line(500, jpeg(1)).decode().strip())
    test_ids = list(images(dataset, "test"))
    append_line(
        dataset / "test_texts.jsonl", f'{{"text_id": 9, "text": "桥", "image_ids": [{test_ids[0]}, {test_ids[1]}]}}'
    )
    repeated = json.dumps({"text_id": 10, "text": "公交车", "image_ids": [test_ids[0], test_ids[0]]})
    append_line(dataset / "test_texts.jsonl", repeated)
    found = told(check(dataset), "warning")
    assert f"{dataset / 'train_imgs.tsv'}:33: a text that names the picture / none for id 500" in found
    assert f"{dataset / 'test_texts.jsonl'}:4: each image id once / id {test_ids[0]} 2 times" in found
    assert "label 桥: pictures in train / only 2 in test" in found


def test_lmdb_that_is_older_than_the_lists(dataset: Path) -> None:
    first = next(iter(images(dataset, "train")))
    lines = (dataset / "train_imgs.tsv").read_text(encoding="utf-8").splitlines()
    lines[0] = format_image_line(first, jpeg(4242)).decode().strip()
    (dataset / "train_imgs.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    texts_path = dataset / "train_texts.jsonl"
    texts_path.write_text(texts_path.read_text(encoding="utf-8").replace("公交车", "大公交车"), encoding="utf-8")
    found = told(check(dataset))
    assert f"{lmdb_folder(dataset, 'train', 'imgs')}: picture {first}: the picture of train_imgs.tsv / another" in found
    assert any(fault.startswith(f"{lmdb_folder(dataset, 'train', 'pairs')}: pair 0: ") for fault in found)


def test_lmdb_with_wrong_counts_or_without_them(dataset: Path) -> None:
    for split in ("train", "valid"):
        for path in lmdb_folder(dataset, split, "imgs").iterdir():
            path.unlink()
        lmdb_folder(dataset, split, "imgs").rmdir()
        with LmdbWriter(lmdb_folder(dataset, split, "imgs"), map_bytes(1, 1)) as writer:
            writer.finish(b"num_images" if split == "train" else b"something")
    found = told(check(dataset))
    train, valid = (lmdb_folder(dataset, split, "imgs") for split in ("train", "valid"))
    assert f"{train}: num_images: 32 as in train_imgs.tsv / 0" in found
    assert f"{train}: all 32 pictures of train_imgs.tsv / 0 of them" in found
    assert f"{valid}: the key num_images / None" in found


def test_a_dataset_of_lmdb_alone(dataset: Path) -> None:
    for path in (*dataset.glob("*.tsv"), *dataset.glob("*_texts.jsonl")):
        path.unlink()
    report = check(dataset)
    assert report["faults"] == []
    assert report["labels"]["公交车"] == {"train": 16, "valid": 2, "test": 2}


@pytest.mark.parametrize(("name", "found"), [("nothing", "no such folder"), ("tiles", "neither")])
def test_a_folder_that_is_no_dataset(dataset: Path, name: str, found: str) -> None:
    with pytest.raises(InputError, match=rf"{name}: expected a dataset .* found {found}"):
        check(dataset.parent / name)
