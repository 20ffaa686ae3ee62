from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import numpy as np
import pytest
from make_pictures import encode, jpeg, label_folders, paint
from PIL import Image, ImageEnhance
from read_dataset import SPLITS, images, split_of, texts

from tilewise.dataset.assign import Ratio
from tilewise.dataset.prepare import PrepareSettings, prepare


def run(src: Path, out: Path, **settings: object) -> dict[str, object]:
    return prepare(src, out, PrepareSettings(**settings))  # type: ignore[arg-type]


def counts(dataset: Path) -> list[int]:
    return [len(images(dataset, split)) for split in SPLITS]


def test_label_folders_are_split_by_ratio_and_label(tmp_path: Path) -> None:
    src = label_folders(tmp_path / "tiles", 20)
    report = run(src, tmp_path / "out")
    assert counts(tmp_path / "out") == [32, 4, 4]
    for split, each in (("train", 16), ("valid", 2), ("test", 2)):
        found = {line["text"]: len(line["image_ids"]) for line in texts(tmp_path / "out", split)}
        assert found == {"公交车": each, "自行车": each}
    assert report["labels"] == {label: {"train": 16, "valid": 2, "test": 2} for label in ("公交车", "自行车")}


def test_pictures_keep_their_bytes_and_ids_are_unique_over_all_splits(tmp_path: Path) -> None:
    src = label_folders(tmp_path / "tiles", 10)
    run(src, tmp_path / "out")
    ids = [image_id for split in SPLITS for image_id in images(tmp_path / "out", split)]
    stored = {picture for split in SPLITS for picture in images(tmp_path / "out", split).values()}
    assert sorted(ids) == list(range(20))
    assert stored == {path.read_bytes() for path in src.rglob("*.jpg")}


def test_texts_are_written_as_they_are_read_by_people(tmp_path: Path) -> None:
    run(label_folders(tmp_path / "tiles", 10), tmp_path / "out")
    first = (tmp_path / "out/train_texts.jsonl").read_bytes().splitlines()[0]
    assert "公交车".encode() in first


def test_same_seed_same_split_whatever_the_folder_is_called_and_another_seed_another(tmp_path: Path) -> None:
    one, two = label_folders(tmp_path / "a", 30), label_folders(tmp_path / "elsewhere" / "b", 30)
    for name, src, seed in (("x", one, 1), ("y", two, 1), ("z", one, 2)):
        run(src, tmp_path / name, seed=seed)
    valid = [set(images(tmp_path / name, "valid").values()) for name in ("x", "y", "z")]
    assert valid[0] == valid[1]
    assert valid[0] != valid[2]


def test_other_ratios_and_none_for_test(tmp_path: Path) -> None:
    src = label_folders(tmp_path / "tiles", 20)
    run(src, tmp_path / "out", ratio=Ratio((0.5, 0.5, 0.0)))
    assert counts(tmp_path / "out") == [20, 20, 0]
    with pytest.raises(ValueError, match=r"add up to 1, found 0\.8,0\.1,0\.2"):
        Ratio((0.8, 0.1, 0.2))


def test_captions_of_their_own_meet_the_ratio_together(tmp_path: Path) -> None:
    lines = []
    for number in range(40):
        (tmp_path / f"{number}.jpg").write_bytes(jpeg(number))
        lines.append(json.dumps({"image": f"{number}.jpg", "texts": [f"第{number}张照片"]}))
    (tmp_path / "labels.jsonl").write_text("\n".join(lines), encoding="utf-8")
    run(tmp_path / "labels.jsonl", tmp_path / "out")
    assert counts(tmp_path / "out") == [32, 4, 4]


def test_duplicates_in_bytes_pixels_and_nearly_share_a_split_and_are_reported(tmp_path: Path) -> None:
    src = label_folders(tmp_path / "tiles", 30)
    image = paint(5000)
    lossless = encode(image, "PNG")
    same = [
        lossless,
        lossless,
        encode(image, "BMP"),
        encode(image, quality=40),
        encode(image.resize((50, 50), Image.Resampling.BICUBIC), quality=80),
        encode(ImageEnhance.Brightness(image).enhance(1.05)),
    ]
    for number, data in enumerate(same):
        (src / ("公交车" if number % 2 else "自行车") / f"same-{number}.img.png").write_bytes(data)
    report = run(src, tmp_path / "out")
    splits = {split for data in same for split in split_of(tmp_path / "out", data)}
    assert len(splits) == 1
    assert report["duplicates"] == {
        "bytes": 0,
        "pixels": 0,
        "near": 1,
        "with_different_labels": 1,
        "across_splits": 0,
        "search_cut_short": False,
    }
    cluster = json.loads((tmp_path / "out/duplicates.jsonl").read_text(encoding="utf-8"))
    assert len(cluster["sources"]) == len(same)
    assert cluster["labels"] == ["公交车", "自行车"]


def test_unlabelled_pictures_go_to_test_and_every_text_waits_for_them_with_a_list(tmp_path: Path) -> None:
    src = label_folders(tmp_path / "tiles", 3, labels=("公交车", "自行车", "桥"))
    for number in range(4):
        (src / f"loose-{number}.jpg").write_bytes(jpeg(9000 + number))
    report = run(src, tmp_path / "out")
    test_pictures = set(images(tmp_path / "out", "test").values())
    assert {path.read_bytes() for path in src.glob("*.jpg")} <= test_pictures
    lists = {line["text"]: line["image_ids"] for line in texts(tmp_path / "out", "test")}
    assert set(lists) == {"公交车", "自行车", "桥"}
    assert [] in lists.values()
    assert report["unlabelled"] == 4


def test_an_unlabelled_copy_of_a_labelled_picture_takes_it_along_to_test(tmp_path: Path) -> None:
    src = label_folders(tmp_path / "tiles", 10)
    copy = (src / "公交车/000.jpg").read_bytes()
    (src / "loose.jpg").write_bytes(copy)
    run(src, tmp_path / "out")
    assert split_of(tmp_path / "out", copy) == ["test", "test"]


def test_labels_jsonl_with_several_texts_and_paths_of_windows(tmp_path: Path) -> None:
    (tmp_path / "图片").mkdir()
    lines = []
    for number in range(20):
        (tmp_path / "图片" / f"{number}.jpg").write_bytes(jpeg(number))
        path = f"图片\\{number}.jpg" if number % 2 else f"图片/{number}.jpg"
        lines.append(json.dumps({"image": path, "texts": ["公交车", "红色的公交车", "公交车"]}, ensure_ascii=False))
    (tmp_path / "labels.jsonl").write_text("\ufeff" + "\r\n".join(lines), encoding="utf-8")
    run(tmp_path / "labels.jsonl", tmp_path / "out")
    train = texts(tmp_path / "out", "train")
    assert [(line["text"], len(line["image_ids"])) for line in train] == [("公交车", 16), ("红色的公交车", 16)]


def test_folder_names_of_a_mac_and_numbered_folders_of_chinese_clip(tmp_path: Path) -> None:
    accented = unicodedata.normalize("NFD", "café")
    run(label_folders(tmp_path / "mac", 10, labels=(accented,)), tmp_path / "mac-out")
    assert texts(tmp_path / "mac-out", "train")[0]["text"] == unicodedata.normalize("NFC", "café")

    src = label_folders(tmp_path / "numbered", 10, labels=("000", "001"))
    (src / "label_cn.txt").write_text("手风琴\n飞机\n", encoding="utf-8")
    run(src, tmp_path / "numbered-out")
    assert [line["text"] for line in texts(tmp_path / "numbered-out", "train")] == ["手风琴", "飞机"]


def test_an_existing_dataset_keeps_splits_ids_and_empty_lists(tmp_path: Path) -> None:
    first = tmp_path / "first"
    run(label_folders(tmp_path / "tiles", 20), first)
    with (first / "test_texts.jsonl").open("a", encoding="utf-8") as stream:
        stream.write('{"text_id": 77, "text": "没有答案", "image_ids": []}\n')
    run(first, tmp_path / "second")
    for split in SPLITS:
        assert images(tmp_path / "second", split) == images(first, split)
        assert texts(tmp_path / "second", split) == texts(first, split)


def test_splits_made_anew_mix_all_pictures_and_number_them_where_ids_clash(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    run(label_folders(tmp_path / "tiles", 20), first)
    valid = (first / "valid_imgs.tsv").read_text(encoding="utf-8")
    taken = next(iter(images(first, "train")))
    ids = list(images(first, "valid"))
    (first / "valid_imgs.tsv").write_text(valid.replace(f"{ids[0]}\t", f"{taken}\t", 1), encoding="utf-8")
    lines = texts(first, "valid")
    for line in lines:
        line["image_ids"] = [taken if image_id == ids[0] else image_id for image_id in line["image_ids"]]
    (first / "valid_texts.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    run(first, second, resplit=True, ratio=Ratio((0.5, 0.25, 0.25)))
    assert counts(second) == [20, 10, 10]
    assert sorted(i for split in SPLITS for i in images(second, split)) == list(range(40))
    by_label = {line["text"]: len(line["image_ids"]) for line in texts(second, "train")}
    assert by_label == {"公交车": 10, "自行车": 10}


def test_a_single_pair_of_files_is_split(tmp_path: Path) -> None:
    src = tmp_path / "src"
    run(label_folders(tmp_path / "tiles", 20), src, ratio=Ratio((1.0, 0.0, 0.0)))
    for split in ("valid", "test"):
        (src / f"{split}_imgs.tsv").unlink()
        (src / f"{split}_texts.jsonl").unlink()
    run(src, tmp_path / "out")
    assert counts(tmp_path / "out") == [32, 4, 4]


def test_palette_alpha_and_grey_pictures_are_taken(tmp_path: Path) -> None:
    src = label_folders(tmp_path / "tiles", 10)
    for mode in ("P", "RGBA", "L", "1", "CMYK"):
        kind = "TIFF" if mode == "CMYK" else "PNG"
        image = Image.fromarray(np.asarray(paint(ord(mode[0])))).convert(mode)
        (src / "公交车" / f"{mode}.{kind.lower()}").write_bytes(encode(image, kind))
    report = run(src, tmp_path / "out")
    assert report["pictures"] == 25
