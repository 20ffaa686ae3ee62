"""Writes the golden files that the engine's tests read: what cn_clip, Pillow and ONNX Runtime compute here."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

HELP = "write the golden files of the engine's tests"
EXAMPLES = """\
  tilewise golden test/golden
  tilewise golden test/golden --only features --model models/cn-clip-lite
"""
NAMES = ("tokens", "resize", "decode", "features")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("out", metavar="OUT", type=Path, help="folder of the golden files")
    parser.add_argument("--model", type=Path, default=Path("models/cn-clip-lite"), help="folder with model.json")
    parser.add_argument("--only", choices=NAMES, help="write this one alone")


def run(arguments: argparse.Namespace) -> int:
    from tilewise.golden.decode import decode_cases
    from tilewise.golden.features import feature_cases
    from tilewise.golden.resize import resize_cases
    from tilewise.golden.tokens import token_cases

    out: Path = arguments.out
    makers: dict[str, Callable[[], dict[str, Any]]] = {
        "tokens": token_cases,
        "resize": resize_cases,
        "decode": lambda: decode_cases(out / "pictures"),
        "features": lambda: feature_cases(arguments.model),
    }
    out.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        if arguments.only in (None, name):
            _write(out / f"{name}.json", makers[name]())
    return 0


def _write(path: Path, cases: dict[str, Any]) -> None:
    # ASCII keeps control characters and combining marks as written.
    path.write_text(json.dumps(cases, ensure_ascii=True, separators=(",", ":")) + "\n", encoding="ascii")
    print(f"{path}: {path.stat().st_size:,} bytes", file=sys.stderr)
