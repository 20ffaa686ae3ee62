"""Measures the embedded model for its card: words, picture questions, sizes and times, as JSON on stdout."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from tilewise.commands.lite import MODEL, add_dictionaries

HELP = "measure the embedded model for its card"
EXAMPLES = """\
  tilewise figures
  tilewise figures --labels photos/labels.json
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--model", type=Path, default=MODEL, help=f"folder of the model ({MODEL})")
    parser.add_argument("--labels", type=Path, help="labels.json of photographs; without it no questions are measured")
    parser.add_argument("--count", type=int, default=4000, help="questions a half and kind of word (4000)")
    add_dictionaries(parser)


def run(arguments: argparse.Namespace) -> int:
    from tilewise.lite.figures import measure_all

    result = measure_all(arguments.model, arguments.dictionaries, arguments.labels, arguments.count)
    sys.stdout.write(json.dumps(asdict(result), ensure_ascii=False, indent=2) + "\n")
    return 0
