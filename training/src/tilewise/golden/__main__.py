"""Writes the golden files that the engine's tests read."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tilewise.golden.features import feature_cases
from tilewise.golden.resize import resize_cases
from tilewise.golden.tokens import token_cases

EXAMPLES = """examples:
  python -m tilewise.golden test/golden
  python -m tilewise.golden test/golden --model models/cn-clip-lite --only features
"""


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="tilewise golden",
        description=__doc__,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("out", type=Path, help="folder of the golden files, such as test/golden")
    parser.add_argument("--model", type=Path, default=Path("models/cn-clip-lite"), help="folder with model.json")
    parser.add_argument("--only", choices=["tokens", "resize", "features"], help="write this one alone")
    arguments = parser.parse_args(argv)
    makers: dict[str, Callable[[], dict[str, Any]]] = {
        "tokens": token_cases,
        "resize": resize_cases,
        "features": lambda: feature_cases(arguments.model),
    }
    arguments.out.mkdir(parents=True, exist_ok=True)
    for name, make in makers.items():
        if arguments.only in (None, name):
            path = arguments.out / f"{name}.json"
            # ASCII keeps control characters, combining marks and lone surrogates as written.
            path.write_text(json.dumps(make(), ensure_ascii=True, separators=(",", ":")) + "\n", encoding="ascii")
            print(f"{path}: {path.stat().st_size} bytes", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
