from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from make_pictures import label_folders

from tilewise import __version__
from tilewise.cli import INTERRUPTED, main
from tilewise.commands import _COMMANDS

COMMANDS = [module.__name__.rpartition(".")[2] for module in _COMMANDS]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert f"examples:\n  tilewise {command}" in capsys.readouterr().out


def test_version_and_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert (ended.value.code, capsys.readouterr().out) == (0, f"tilewise {__version__}\n")
    for wrong in ([], ["prepare"], ["prepare", "a", "b", "--ratio", "1,2"], ["download", "ViT-X"]):
        with pytest.raises(SystemExit) as ended:
            main(wrong)
        assert ended.value.code == 2


def test_prepare_and_check_by_command_in_a_locale_that_knows_no_chinese(tmp_path: Path) -> None:
    src, out = label_folders(tmp_path / "瓷砖", 10), tmp_path / "数据"
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}

    def tilewise(*arguments: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-c", "import sys; from tilewise.cli import main; sys.exit(main())", *arguments]
        return subprocess.run(command, env=environment, capture_output=True, check=False)

    done = tilewise("prepare", str(src), str(out))
    assert done.returncode == 0, done.stderr.decode()
    assert "数据: 20 pictures" in done.stdout.decode("utf-8")
    checked = tilewise("check", str(out))
    assert checked.returncode == 0
    assert "公交车: test 1, train 8, valid 1" in checked.stdout.decode("utf-8")
    refused = tilewise("prepare", str(src), str(out))
    assert refused.returncode == 1
    assert "数据: expected nothing or an empty folder" in refused.stderr.decode("utf-8")
    assert refused.stdout == b""


def test_check_ends_with_1_for_errors_and_for_warnings_only_if_strict(tmp_path: Path) -> None:
    src, out = label_folders(tmp_path / "tiles", 10), tmp_path / "set"
    assert main(["prepare", str(src), str(out)]) == 0
    lines = (out / "valid_texts.jsonl").read_text(encoding="utf-8")
    (out / "valid_texts.jsonl").write_text("", encoding="utf-8")
    assert main(["check", str(out)]) == 1
    for path in sorted((out / "lmdb").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    assert main(["check", str(out)]) == 0
    assert main(["check", str(out), "--strict"]) == 1
    (out / "valid_texts.jsonl").write_text(lines + "{\n", encoding="utf-8")
    assert main(["check", str(out)]) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without asking it")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_stopped_in_the_middle_nothing_half_written_stays(tmp_path: Path, sent: signal.Signals) -> None:
    src = label_folders(tmp_path / "tiles", 30)
    # The pipe holds prepare in the middle of its pictures until the signal comes.
    os.mkfifo(src / "公交车/zzz.jpg")
    (tmp_path / "place").mkdir()
    code = "import sys; from tilewise.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", code, "prepare", str(src), str(tmp_path / "place/out")]
    process = subprocess.Popen(command, stderr=subprocess.PIPE)
    while not list((tmp_path / "place").glob(".out.partial-*/.work/index.sqlite")):
        time.sleep(0.05)
    process.send_signal(sent)
    # A worker thread may wait for the pipe; its other end, opened and closed, is an empty picture.
    while process.poll() is None:
        with suppress(OSError):
            os.close(os.open(src / "公交车/zzz.jpg", os.O_WRONLY | os.O_NONBLOCK))
        time.sleep(0.05)
    _, told = process.communicate(timeout=60)
    assert process.returncode == INTERRUPTED
    assert b"tilewise prepare: interrupted" in told
    assert list((tmp_path / "place").iterdir()) == []
