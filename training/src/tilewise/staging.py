"""All or nothing: a folder is written beside its place and renamed into it when it is whole."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# EFBIG is what a file-size limit (ulimit -f) answers; for the person it is the same event.
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class NoRoomError(OSError):
    """The disk, the quota or the file-size limit is full; nothing was left behind."""


@contextmanager
def staged_folder(target: Path, force: bool = False) -> Iterator[Path]:
    """Yields an empty sibling folder that becomes `target` at the end, or vanishes if anything goes wrong.

    Raises ValueError when `target` exists and is not an empty folder, unless `force` says to replace it.
    """
    refuse_to_overwrite(target, force)
    # "." and ".." have no name of their own to stand beside.
    target = target.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    stage = Path(tempfile.mkdtemp(prefix=f".{target.name}.partial-", dir=target.parent))
    try:
        yield stage
        stage.chmod(0o755)
        _put_in_place(stage, target)
    except (OSError, sqlite3.Error) as error:
        if isinstance(error, NoRoomError) or not is_no_room(error):
            raise
        raise NoRoomError(no_room_message(target)) from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def refuse_to_overwrite(target: Path, force: bool) -> None:
    if target.exists() and not target.is_dir():
        raise ValueError(f"{target}: expected a folder or nothing, found a file")
    if not force and target.exists() and any(target.iterdir()):
        raise ValueError(f"{target}: expected nothing or an empty folder, found files (--force replaces them)")


def is_no_room(error: BaseException) -> bool:
    if isinstance(error, sqlite3.Error):
        return getattr(error, "sqlite_errorcode", None) in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE)
    return isinstance(error, OSError) and (isinstance(error, NoRoomError) or error.errno in _NO_ROOM)


def no_room_message(target: Path) -> str:
    free = shutil.disk_usage(target.parent).free
    return f"{target}: expected room to write, found a full disk ({free:,} bytes free); nothing was left behind"


def require_room(target: Path, needed: int) -> None:
    """Says so before writing starts when the disk can not hold `needed` bytes."""
    parent = next(folder for folder in (target, *target.parents) if folder.exists())
    free = shutil.disk_usage(parent).free
    if free < needed:
        raise NoRoomError(f"{target}: expected {needed:,} bytes of free disk, found {free:,}")


def _put_in_place(stage: Path, target: Path) -> None:
    if target.exists():
        aside = Path(tempfile.mkdtemp(prefix=f".{target.name}.old-", dir=target.parent))
        target.rename(aside / target.name)
        try:
            stage.rename(target)
        except OSError:
            (aside / target.name).rename(target)
            aside.rmdir()
            raise
        shutil.rmtree(aside, ignore_errors=True)
    else:
        stage.rename(target)
    # The rename is the commit: it must reach the disk before the command says it is done.
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
