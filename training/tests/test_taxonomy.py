from __future__ import annotations

from pathlib import Path

import pytest

from tilewise.lite.taxonomy import Nodes, load_classes, load_groups, load_unknown, parse_classes


def test_the_tables_name_every_class_and_no_word_is_both_known_and_refused() -> None:
    classes, groups = load_classes(), load_groups()
    named = {c.index for c in classes if c.chinese} | {index for group in groups for index in group.classes}
    assert named == set(range(1000))
    everyday = {name for group in groups for name in group.chinese + group.english}
    assert not everyday & set(load_unknown())


@pytest.mark.parametrize(
    ("word", "index"),
    [("公交车", 779), ("自行车", 671), ("红绿灯", 920), ("草莓", 949), ("狗", 207), ("traffic light", 920)],
)
def test_everyday_words_cover_their_class(word: str, index: int) -> None:
    meanings = [group.classes for group in load_groups() if word in group.chinese + group.english]
    meanings += [frozenset([c.index]) for c in load_classes() if word in (*c.chinese, c.english)]
    assert any(index in classes for classes in meanings)


@pytest.mark.parametrize(
    "word", ["人行横道", "斑马线", "楼梯", "烟囱", "消防栓", "棕榈树", "crosswalk", "fire hydrant"]
)
def test_words_outside_the_classes_are_refused(word: str) -> None:
    assert word in load_unknown()


def test_ranges_and_single_classes() -> None:
    assert parse_classes("7 97-99", "here") == {7, 97, 98, 99}


@pytest.mark.parametrize("text", ["", "dog", "7-x", "999-1000"])
def test_a_wrong_class_list_is_named_with_its_place(text: str) -> None:
    with pytest.raises(ValueError, match=r"groups.tsv:3: expected"):
        parse_classes(text, "groups.tsv:3")


def test_a_row_with_missing_cells_is_named(tmp_path: Path) -> None:
    table = tmp_path / "groups.tsv"
    table.write_text("# head\n狗\tdog\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"groups\.tsv:2: expected 3 cells separated by tabs, found 2"):
        load_groups(table)


def test_equal_sets_share_a_node() -> None:
    nodes = Nodes()
    assert nodes.add([3]) == 3
    assert nodes.add([1, 2]) == nodes.add([2, 1]) == 1000
