"""The package is fetched by stand-ins for apt-get and dpkg-deb: the network is none of a test's business."""

from __future__ import annotations

import hashlib
import re
import stat
from pathlib import Path

import pytest
from make_pictures import encode, paint

from tilewise.lite.stamps import ensure_stamps

ARCHIVE = b"a package"
SHA256 = hashlib.sha256(ARCHIVE).hexdigest()


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programs that the path leads to first."""
    folder = tmp_path / "tools"
    folder.mkdir()
    stamp = tmp_path / "stamp.png"
    stamp.write_bytes(encode(paint(1), "PNG"))
    place_program(folder, "apt-get", 'printf "a package" > "${2%%=*}_all.deb"')
    stamps = "$3/usr/share/tuxpaint/stamps"
    inside = f'mkdir -p "{stamps}/animals" "{stamps}/symbols"; cp {stamp} "{stamps}/animals/cat.png"'
    place_program(
        folder, "dpkg-deb", f'{inside}; cp {stamp} "{stamps}/symbols/a.png"; touch "{stamps}/animals/cat.txt"'
    )
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return folder


def place_program(folder: Path, name: str, lines: str) -> None:
    program = folder / name
    program.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


def test_the_pictures_of_the_package_are_kept_without_letters(tools: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kept" / "stamps"
    ensure_stamps(folder, SHA256)
    assert [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()] == ["animals/cat.png"]
    place_program(tools, "apt-get", "exit 1")
    ensure_stamps(folder, SHA256)


def test_another_package_is_refused(tools: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=f"expected a package with sha256 6db6c1.*, found {SHA256}$"):
        ensure_stamps(tmp_path / "stamps")
    assert not (tmp_path / "stamps").exists()


def test_a_download_that_fails_is_told(tools: Path, tmp_path: Path) -> None:
    place_program(tools, "apt-get", "echo no such version >&2; exit 100")
    with pytest.raises(ValueError, match=r"2022\.06\.04-1 in .*stamps, .*found exit code 100: no such version$"):
        ensure_stamps(tmp_path / "stamps", SHA256)


def test_a_machine_without_the_programs_is_told_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    expected = "or apt-get to get them with, found neither; --pictures names another folder of pictures"
    with pytest.raises(ValueError, match=re.escape(expected)):
        ensure_stamps(tmp_path / "stamps")
