"""Downloads official Chinese-CLIP weights, resumed where it was cut and checked by SHA-256.

Scales: RN50, ViT-B-16, ViT-L-14, ViT-L-14-336, ViT-H-14. A mirror is named by TILEWISE_MIRROR, or by the hub's own
HF_ENDPOINT or MODELSCOPE_DOMAIN; it must answer under the hub's paths.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from pathlib import Path

from tilewise.commands.output import add_json_option, print_result
from tilewise.hub.releases import HUBS, RELEASES

HELP = "download official Chinese-CLIP weights"
EXAMPLES = """\
  tilewise download RN50
  tilewise download ViT-B-16 --hub modelscope --out weights
  HF_ENDPOINT=https://hf-mirror.com tilewise download ViT-L-14 --json
"""
_TOLD_EVERY_SECONDS = 1.0
_LOGGED_EVERY_SECONDS = 15.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("scale", metavar="SCALE", choices=tuple(RELEASES))
    parser.add_argument("--hub", choices=HUBS, default="huggingface", help="(huggingface)")
    parser.add_argument(
        "--out", type=Path, default=Path("~/.cache/clip"), help="folder (~/.cache/clip, where cn_clip looks)"
    )
    parser.add_argument("--revision", help="branch, tag or commit of the hub's repository")
    parser.add_argument("--sha256", type=_digest, help="of the file, where the hub does not tell it")
    parser.add_argument("--tries", type=int, default=6, help="in a row without a byte before giving up (6)")
    add_json_option(parser)


def run(arguments: argparse.Namespace) -> int:
    from tilewise.hub.download import DownloadSettings, download
    from tilewise.hub.releases import find_release

    release = find_release(arguments.scale, arguments.hub, arguments.revision)
    settings = DownloadSettings(arguments.sha256, arguments.tries)
    found = download(release, arguments.out.expanduser(), settings, _Progress(release.file))
    result = {
        "scale": arguments.scale,
        "url": release.url,
        "file": str(found.path),
        "bytes": found.size,
        "sha256": found.sha256,
        "was_there": found.was_there,
    }
    how = "was there already" if found.was_there else f"downloaded from {release.url}"
    print_result(arguments, result, [f"{found.path}: {found.size:,} bytes, {how}", f"SHA-256 {found.sha256}, as told"])
    return 0


class _Progress:
    """A line that rewrites itself on a terminal, a line now and then in a log."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._terminal = sys.stderr.isatty()
        self._told = time.monotonic()

    def __call__(self, done: int, size: int | None) -> None:
        now = time.monotonic()
        if done != size and now - self._told < (_TOLD_EVERY_SECONDS if self._terminal else _LOGGED_EVERY_SECONDS):
            return
        self._told = now
        share = f" of {size:,} ({done / size:.0%})" if size else ""
        start, end = ("\r\x1b[K", "\n" if done == size else "") if self._terminal else ("", "\n")
        sys.stderr.write(f"{start}{self._name}: {done:,}{share}{end}")
        sys.stderr.flush()


def _digest(text: str) -> str:
    if not re.fullmatch(r"[0-9a-fA-F]{64}", text):
        raise argparse.ArgumentTypeError(f"expected 64 hexadecimal digits, found {text}")
    return text.lower()
