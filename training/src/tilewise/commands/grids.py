"""Builds 3x3 picture questions, 1 to 4 right tiles each, from labelled photographs.

LABELS is a list of {"file", "imagenet_class"}; OUT has one question a line:
{"text": "自行车", "tiles": ["a.jpg", ...], "answer": [0, 4], "count": 2}, tile paths relative to OUT.
"""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

HELP = "build 3x3 picture questions from labelled photographs"
EXAMPLES = """\
  tilewise grids photos/labels.json out/grids.jsonl --count 2000 --seed 1
  tilewise grids photos/labels.json out/half-b.jsonl --split b --words everyday
"""

log = logging.getLogger(__name__)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("labels", metavar="LABELS", type=Path)
    parser.add_argument("out", metavar="OUT", type=Path)
    parser.add_argument("--count", type=int, default=2000, help="questions (2000)")
    parser.add_argument("--seed", type=int, default=1, help="of the choice of words and tiles (1)")
    parser.add_argument("--split", choices=("a", "b"), help="only one half of the photographs, by class")
    parser.add_argument(
        "--words", choices=("everyday", "classes", "both"), default="both", help="groups, classes (both)"
    )


def run(arguments: argparse.Namespace) -> int:
    from tilewise import grids

    if arguments.count < 1:
        raise ValueError(f"--count: expected at least 1, found {arguments.count}")
    photos = grids.half(grids.load_photos(arguments.labels), arguments.split)
    questions = grids.make_questions(photos, grids.words_of(arguments.words), arguments.count, arguments.seed)
    log.info("%d questions in %s", grids.write_questions(questions, arguments.out), arguments.out)
    return 0
