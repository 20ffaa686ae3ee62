"""stdout carries the result only: lines for people, or one JSON object with --json."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from typing import Any


def add_json_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print the result as one JSON object")


def print_result(arguments: argparse.Namespace, result: dict[str, Any], lines: Iterable[str]) -> None:
    if arguments.json:
        sys.stdout.write(json.dumps(result, ensure_ascii=False) + "\n")
    else:
        sys.stdout.writelines(line + "\n" for line in lines)
    sys.stdout.flush()
