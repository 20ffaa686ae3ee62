from __future__ import annotations

import errno
import json
import random
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from bad_hub import BadHub, serve
from cn_clip_here import make_importable

from tilewise.cli import main
from tilewise.hub import download as module
from tilewise.hub.download import Downloaded, DownloadSettings, download
from tilewise.hub.http import HubError, PassingError
from tilewise.hub.releases import Hub, endpoint, find_release
from tilewise.staging import NoRoomError

CONTENT = random.Random(7).randbytes(3_000_000)
QUICK = DownloadSettings(first_wait=0.001)


@pytest.fixture
def hub() -> Iterator[BadHub]:
    with serve(BadHub(CONTENT)) as served:
        yield served


def fetch(hub: BadHub, folder: Path, settings: DownloadSettings = QUICK, kind: Hub = "huggingface") -> Downloaded:
    release = find_release("RN50", kind, environment={"TILEWISE_MIRROR": hub.address})
    return download(release, folder, settings, lambda done, size: None)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_addresses_of_both_hubs_are_those_of_cn_clip() -> None:
    make_importable()
    from cn_clip.clip import utils

    for scale, (repository, file) in utils._MODELS.items():
        hugging = find_release(scale, "huggingface", environment={})
        scope = find_release(scale, "modelscope", environment={})
        assert hugging.url == f"https://huggingface.co/{utils._HUGGINGFACE_ORG}/{repository}/resolve/main/{file}"
        place = f"https://www.modelscope.cn/models/{utils._MODELSCOPE_ORG}/{repository}/resolve/master/{file}"
        assert scope.url == place
    with pytest.raises(ValueError, match=r"expected one of RN50, .*, found ViT-X"):
        find_release("ViT-X", "huggingface")


def test_mirrors_come_from_the_environment() -> None:
    assert endpoint("huggingface", {"HF_ENDPOINT": "https://hf-mirror.com/"}) == "https://hf-mirror.com"
    assert endpoint("modelscope", {"MODELSCOPE_DOMAIN": "mirror.example"}) == "https://mirror.example"
    assert endpoint("huggingface", {"HF_ENDPOINT": "a.example", "TILEWISE_MIRROR": "b.example"}) == "https://b.example"
    assert endpoint("huggingface", {"MODELSCOPE_DOMAIN": "a.example"}) == "https://huggingface.co"
    with pytest.raises(ValueError, match="HF_ENDPOINT: expected an http"):
        endpoint("huggingface", {"HF_ENDPOINT": "file:///etc"})


@pytest.mark.parametrize("kind", ["huggingface", "modelscope"])
def test_a_whole_file_under_the_hubs_paths(hub: BadHub, tmp_path: Path, kind: Hub) -> None:
    found = fetch(hub, tmp_path, kind=kind)
    assert found == Downloaded(tmp_path / "clip_cn_rn50.pt", hub.sha256, len(CONTENT), was_there=False)
    assert found.path.read_bytes() == CONTENT
    assert names(tmp_path) == ["clip_cn_rn50.pt"]
    organisation = {"huggingface": "/OFA-Sys", "modelscope": "/api/v1/models/AI-ModelScope"}[kind]
    assert hub.paths[0].startswith(f"{organisation}/chinese-clip-rn50/")


def test_cut_connections_go_on_where_they_ended(hub: BadHub, tmp_path: Path) -> None:
    hub.cut_after = [1_000_000, 500_000, 0, 1]
    assert fetch(hub, tmp_path).path.read_bytes() == CONTENT
    assert hub.ranges == [None, "bytes=1000000-", "bytes=1500000-", "bytes=1500000-", "bytes=1500001-"]


def test_a_hub_that_ignores_the_range_is_read_from_the_beginning(hub: BadHub, tmp_path: Path) -> None:
    hub.ignores_range, hub.cut_after = True, [1_000_000]
    assert fetch(hub, tmp_path).path.read_bytes() == CONTENT
    assert hub.ranges == [None, "bytes=1000000-"]


def test_the_next_call_goes_on_after_giving_up(hub: BadHub, tmp_path: Path) -> None:
    hub.cut_after = [2_000_000, 0, 0, 0]
    with pytest.raises(PassingError, match=r"expected 3,000,000 bytes, found an end after 2,000,000"):
        fetch(hub, tmp_path, DownloadSettings(tries=2, first_wait=0.001))
    assert names(tmp_path) == ["clip_cn_rn50.pt.partial"]
    hub.cut_after = []
    assert fetch(hub, tmp_path).path.read_bytes() == CONTENT
    assert hub.ranges[-1] == "bytes=2000000-"


def test_bad_days_pass_and_lasting_answers_do_not(hub: BadHub, tmp_path: Path) -> None:
    hub.statuses = [503, 429, 500]
    assert fetch(hub, tmp_path / "a").path.read_bytes() == CONTENT
    hub.statuses = [404]
    with pytest.raises(HubError, match="expected the file, found status 404"):
        fetch(hub, tmp_path / "b")
    assert names(tmp_path / "b") == []


@pytest.mark.parametrize("served", [CONTENT[:-1] + b"?", b"<html>quota</html>" * 200_000, CONTENT + b"more"])
def test_wrong_bytes_never_get_the_name(hub: BadHub, tmp_path: Path, served: bytes) -> None:
    hub.served = served
    with pytest.raises(
        ValueError, match=rf"clip_cn_rn50\.pt: expected SHA-256 {hub.sha256}, found [0-9a-f]+ \(.*deleted"
    ):
        fetch(hub, tmp_path)
    assert names(tmp_path) == []


def test_a_part_of_another_file_is_not_gone_on_from(hub: BadHub, tmp_path: Path) -> None:
    partial = tmp_path / "clip_cn_rn50.pt.partial"
    for other in (b"another file" * 1000, b"longer than the file" * 200_000):
        partial.write_bytes(other)
        found = fetch(hub, tmp_path)
        assert found.path.read_bytes() == CONTENT
        found.path.unlink()


def test_a_whole_part_needs_only_its_name(hub: BadHub, tmp_path: Path) -> None:
    (tmp_path / "clip_cn_rn50.pt.partial").write_bytes(CONTENT)
    assert fetch(hub, tmp_path).path.read_bytes() == CONTENT


def test_a_file_that_is_there_is_checked_and_not_touched(hub: BadHub, tmp_path: Path) -> None:
    path = fetch(hub, tmp_path).path
    assert fetch(hub, tmp_path).was_there
    path.write_bytes(b"mine")
    with pytest.raises(ValueError, match=r"expected SHA-256 .* delete or move the file"):
        fetch(hub, tmp_path)
    assert path.read_bytes() == b"mine"


@pytest.mark.parametrize("kind", ["huggingface", "modelscope"])
def test_without_a_hash_to_check_nothing_is_downloaded(hub: BadHub, tmp_path: Path, kind: Hub) -> None:
    hub.tells_hash = False
    with pytest.raises(
        HubError, match=r"expected the hub to tell the file's SHA-256, found none \(name it with --sha256"
    ):
        fetch(hub, tmp_path, kind=kind)
    assert names(tmp_path) == []
    named = DownloadSettings(sha256=hub.sha256, first_wait=0.001)
    assert fetch(hub, tmp_path, named, kind).sha256 == hub.sha256


def test_a_hash_that_is_named_stands_against_the_hubs(hub: BadHub, tmp_path: Path) -> None:
    with pytest.raises(HubError, match=rf"expected SHA-256 {'0' * 64}, found that the hub tells {hub.sha256}"):
        fetch(hub, tmp_path, DownloadSettings(sha256="0" * 64))


def test_nobody_answers(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
    release = find_release("RN50", "huggingface", environment={"TILEWISE_MIRROR": address})
    with pytest.raises(PassingError, match=rf"{address}/.*: expected an answer, found .*refused"):
        download(release, tmp_path, DownloadSettings(tries=2, first_wait=0.001), lambda done, size: None)


def test_a_full_disk_keeps_nothing(hub: BadHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(module, "_append", full)
    with pytest.raises(NoRoomError, match="expected room to write, found a full disk"):
        fetch(hub, tmp_path)
    assert names(tmp_path) == []


def test_too_little_room_is_said_before_the_first_byte(
    hub: BadHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 5})())
    with pytest.raises(NoRoomError, match="expected 3,000,000 bytes of free disk, found 5"):
        fetch(hub, tmp_path)


def test_the_command(
    hub: BadHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HF_ENDPOINT", hub.address)
    assert main(["download", "RN50", "--out", str(tmp_path), "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert (result["sha256"], result["bytes"], result["was_there"]) == (hub.sha256, len(CONTENT), False)
    assert main(["download", "RN50", "--out", str(tmp_path)]) == 0
    assert "was there already" in capsys.readouterr().out
