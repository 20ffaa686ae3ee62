from __future__ import annotations

from pathlib import Path

import pytest

from tilewise.staging import NoRoomError, require_room, staged_folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_folder_appears_only_at_the_end(tmp_path: Path) -> None:
    with staged_folder(tmp_path / "deep/out") as stage:
        (stage / "a").touch()
        assert not (tmp_path / "deep/out").exists()
    assert names(tmp_path / "deep") == ["out"]
    assert names(tmp_path / "deep/out") == ["a"]


def test_an_empty_folder_and_the_current_one_are_filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    with staged_folder(Path()) as stage:
        (stage / "a").touch()
    assert names(tmp_path) == ["here"]
    assert names(tmp_path / "here") == ["a"]


def test_a_failed_replacement_puts_the_old_folder_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/old").touch()
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if ".partial-" in path.name:
            raise PermissionError(13, "Permission denied")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PermissionError), staged_folder(tmp_path / "out", force=True) as stage:
        (stage / "new").touch()
    assert names(tmp_path) == ["out"]
    assert names(tmp_path / "out") == ["old"]


def test_a_file_in_the_place_is_refused_even_by_force(tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    with (
        pytest.raises(ValueError, match="expected a folder or nothing, found a file"),
        staged_folder(tmp_path / "out", True),
    ):
        pass


def test_room_is_measured_where_the_folder_will_be(tmp_path: Path) -> None:
    require_room(tmp_path / "not/there/yet", 1)
    with pytest.raises(NoRoomError, match="expected 1,000,000,000,000,000,000 bytes of free disk"):
        require_room(tmp_path / "not/there/yet", 10**18)
