"""Builds questions beyond one thing from labelled photographs: two things, none of one, an order, an example.

LABELS is a list of {"file", "imagenet_class"}; OUT has one question a line:
{"texts": ["自行车", "船"], "tiles": ["a.jpg", ...], "answer": [0, 4]}, with "not", "order" or "example" instead of
"texts"; paths are relative to OUT. `npm run -s asks` answers them.
"""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

HELP = "build questions beyond one thing from labelled photographs"
EXAMPLES = """\
  tilewise asks photos/labels.json out/asks-b.jsonl --split b --count 1000
"""

log = logging.getLogger(__name__)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("labels", metavar="LABELS", type=Path)
    parser.add_argument("out", metavar="OUT", type=Path)
    parser.add_argument("--count", type=int, default=1000, help="questions of each kind (1000)")
    parser.add_argument("--seed", type=int, default=1, help="of the choice of words and tiles (1)")
    parser.add_argument("--split", choices=("a", "b"), help="only one half of the photographs, by class")


def run(arguments: argparse.Namespace) -> int:
    from tilewise import ask_questions, grids

    if arguments.count < 1:
        raise ValueError(f"--count: expected at least 1, found {arguments.count}")
    photos = grids.half(grids.load_photos(arguments.labels), arguments.split)
    questions = ask_questions.make_asks(photos, grids.words_of("everyday"), arguments.count, arguments.seed)
    log.info("%d questions in %s", ask_questions.write_asks(questions, arguments.out), arguments.out)
    return 0
