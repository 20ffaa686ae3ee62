"""Downloads one file: goes on where it was cut, checks the hash, and only then gives the file its name."""

from __future__ import annotations

import hashlib
import http.client
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from tilewise.hub.http import Answer, HubError, PassingError, RangeError, get, get_json
from tilewise.hub.releases import Release
from tilewise.staging import NoRoomError, is_no_room, no_room_message, require_room

PARTIAL_ENDING = ".partial"
_BLOCK_BYTES = 2**20
_LONGEST_WAIT_SECONDS = 30.0


class Progress(Protocol):
    def __call__(self, done: int, size: int | None) -> None: ...


@dataclass(frozen=True)
class DownloadSettings:
    """`tries` in a row that bring no byte end it; `first_wait` seconds double from try to try."""

    sha256: str | None = None
    tries: int = 6
    first_wait: float = 1.0


@dataclass(frozen=True)
class Downloaded:
    path: Path
    sha256: str
    size: int
    was_there: bool


@dataclass
class _Expected:
    sha256: str | None
    size: int | None = None


def download(release: Release, folder: Path, settings: DownloadSettings, progress: Progress) -> Downloaded:
    """Raises HubError, PassingError when the tries are used up, ValueError for wrong bytes, NoRoomError.

    What has arrived stays beside the target as `.partial` when the connection is to blame, and the next call goes on.
    """
    target = folder / release.file
    expected = _Expected(settings.sha256 or _listed_hash(release, settings))
    if target.is_file():
        return _verify_existing(target, release, expected)
    folder.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(target.name + PARTIAL_ENDING)
    resumed = _size(partial) > 0
    try:
        found = _fetch(release.url, partial, expected, settings, progress)
        if resumed and expected.sha256 != found:
            # What lay here was of another file: once more from the beginning.
            partial.unlink()
            found = _fetch(release.url, partial, expected, settings, progress)
    except NoRoomError:
        raise
    except OSError as error:
        if not is_no_room(error):
            raise
        partial.unlink(missing_ok=True)
        raise NoRoomError(no_room_message(target)) from error
    _check(release.url, partial, expected, found)
    partial.replace(target)
    return Downloaded(target, found, target.stat().st_size, was_there=False)


def _fetch(url: str, partial: Path, expected: _Expected, settings: DownloadSettings, progress: Progress) -> str:
    """Fills `partial` and returns its hash."""
    failed = 0
    while True:
        before = _size(partial)
        try:
            answer = _ask(url, partial)
            with answer.body:
                _agree(url, expected, answer)
                if expected.size is not None:
                    require_room(partial, expected.size - answer.start)
                _append(answer, partial, progress)
            if expected.size is None or _size(partial) >= expected.size:
                return _hash(partial)
            raise PassingError(f"{url}: expected {expected.size:,} bytes, found an end after {_size(partial):,}")
        except PassingError as error:
            failed = 1 if _size(partial) > before else failed + 1
            _wait_or_give_up(failed, settings, error)


def _wait_or_give_up(failed: int, settings: DownloadSettings, error: PassingError) -> None:
    if failed >= settings.tries:
        raise error
    time.sleep(min(settings.first_wait * 2 ** (failed - 1), _LONGEST_WAIT_SECONDS))


def _agree(url: str, expected: _Expected, answer: Answer) -> None:
    """Before the first byte: without a hash to check, or with two that differ, there is nothing to download."""
    if expected.sha256 is None and answer.sha256 is None:
        raise HubError(f"{url}: expected the hub to tell the file's SHA-256, found none (name it with --sha256)")
    if expected.sha256 and answer.sha256 and expected.sha256 != answer.sha256:
        raise HubError(f"{url}: expected SHA-256 {expected.sha256}, found that the hub tells {answer.sha256}")
    expected.sha256 = expected.sha256 or answer.sha256
    expected.size = answer.size if expected.size is None else expected.size


def _ask(url: str, partial: Path) -> Answer:
    try:
        answer = get(url, _size(partial))
    except RangeError:
        # Longer than the file: not a part of it.
        partial.unlink()
        return get(url)
    if answer.start not in (0, _size(partial)):
        answer.body.close()
        raise HubError(f"{url}: expected bytes from {_size(partial):,} on, found bytes from {answer.start:,} on")
    return answer


def _append(answer: Answer, partial: Path, progress: Progress) -> None:
    """A hub that ignores the range sends all of it again: from the beginning then."""
    with partial.open("ab" if answer.start else "wb") as stream:
        done = answer.start
        for block in _blocks(answer):
            stream.write(block)
            done += len(block)
            progress(done, answer.size)


def _blocks(answer: Answer) -> Iterator[bytes]:
    try:
        while block := answer.body.read1(_BLOCK_BYTES):
            yield block
    except (http.client.HTTPException, OSError) as error:
        raise PassingError(f"expected the rest of the file, found {error or type(error).__name__}") from error


def _check(url: str, partial: Path, expected: _Expected, found: str) -> None:
    """Wrong bytes are thrown away: nobody shall go on from them."""
    if found != expected.sha256:
        size = _size(partial)
        partial.unlink()
        raise ValueError(f"{url}: expected SHA-256 {expected.sha256}, found {found} ({size:,} bytes, deleted)")


def _verify_existing(target: Path, release: Release, expected: _Expected) -> Downloaded:
    if expected.sha256 is None:
        answer = get(release.url)
        answer.body.close()
        _agree(release.url, expected, answer)
    found = _hash(target)
    if expected.sha256 != found:
        raise ValueError(f"{target}: expected SHA-256 {expected.sha256}, found {found}; delete or move the file")
    return Downloaded(target, found, target.stat().st_size, was_there=True)


def _listed_hash(release: Release, settings: DownloadSettings) -> str | None:
    """ModelScope's list of files."""
    failed = 0
    while release.list_url is not None:
        try:
            listed: Any = get_json(release.list_url)
        except PassingError as error:
            failed += 1
            _wait_or_give_up(failed, settings, error)
            continue
        files = listed.get("Data", {}).get("Files", []) if isinstance(listed, dict) else []
        hashes = [file.get("Sha256") for file in files if isinstance(file, dict) and file.get("Path") == release.file]
        return hashes[0] if hashes and isinstance(hashes[0], str) else None
    return None


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _hash(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
