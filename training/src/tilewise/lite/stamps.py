"""Cut-outs that the image tower is steadied on: the stamps of Tux Paint, from Debian's package, checked by its hash."""

from __future__ import annotations

import hashlib
import logging
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tilewise.staging import staged_folder

log = logging.getLogger(__name__)

PACKAGE, VERSION = "tuxpaint-stamps-default", "2022.06.04-1"
SHA256 = "6db6c1bfc870a47f1499d6203b083522eacb57c5f9c87d468f2e92eb6d9d5f34"
# Letters and signs, of which the classes say nothing.
_LEFT_OUT = "symbols"


def ensure_stamps(folder: Path, sha256: str = SHA256) -> None:
    """Fills a missing `folder` with the package's PNG pictures; 160 MB are fetched, 25 MB kept.

    Raises ValueError when the package can not be had on this machine, or is another one.
    """
    if folder.is_dir():
        return
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        log.info("apt-get download %s=%s", PACKAGE, VERSION)
        _run(["apt-get", "download", f"{PACKAGE}={VERSION}"], work, folder)
        (archive,) = [*work.glob("*.deb")] or [work / "none.deb"]
        found = hashlib.sha256(archive.read_bytes()).hexdigest() if archive.exists() else "no file"
        if found != sha256:
            raise ValueError(f"{PACKAGE} {VERSION}: expected a package with sha256 {sha256}, found {found}")
        _run(["dpkg-deb", "-x", str(archive), "unpacked"], work, folder)
        stamps = work / "unpacked" / "usr" / "share" / "tuxpaint" / "stamps"
        with staged_folder(folder) as stage:
            for path in sorted(stamps.rglob("*.png")):
                place = path.relative_to(stamps)
                if place.parts[0] != _LEFT_OUT:
                    (stage / place).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(path, stage / place)


def _run(command: Sequence[str], work: Path, folder: Path) -> None:
    wanted = f"the stamps of Debian's {PACKAGE} {VERSION} in {folder}, or {command[0]} to get them with"
    program = shutil.which(command[0])
    if program is None:
        raise ValueError(f"expected {wanted}, found neither; --pictures names another folder of pictures")
    done = subprocess.run([program, *command[1:]], cwd=work, check=False, capture_output=True, text=True)
    if done.returncode != 0:
        raise ValueError(f"expected {wanted}, found exit code {done.returncode}: {done.stderr.strip()}")
