"""`tilewise`: the command line. Data goes to stdout or files, progress to stderr, faults give a non-zero exit."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from tilewise import __version__

log = logging.getLogger("tilewise")


def main(argv: Sequence[str] | None = None) -> int:
    arguments = _parser().parse_args(argv)
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(message)s")
    try:
        arguments.run(arguments)
    except (ValueError, OSError) as error:
        log.error("tilewise %s: %s", arguments.command, error)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tilewise", description=__doc__)
    parser.add_argument("--version", action="version", version=f"tilewise {__version__}")
    commands = parser.add_subparsers(dest="command", required=True)
    _add_lite(commands)
    _add_grids(commands)
    _add_golden(commands)
    return parser


def _add_lite(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    lite = commands.add_parser("lite", help="make the embedded model models/cn-clip-lite from scratch")
    lite.add_argument("--out", type=Path, default=Path("models/cn-clip-lite"))
    lite.add_argument("--dictionaries", type=Path, default=Path("training/lexicon/node_modules"))
    lite.set_defaults(run=_run_lite)


def _run_lite(arguments: argparse.Namespace) -> None:
    from tilewise.lite.build import LiteSettings, build_lite

    build_lite(LiteSettings(), arguments.dictionaries, arguments.out)


def _add_grids(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    grids = commands.add_parser("grids", help="build 3x3 picture questions from labelled photographs")
    grids.add_argument("labels", type=Path, help="labels.json: a list of {file, imagenet_class}")
    grids.add_argument("out", type=Path, help="the JSONL file to write; its tile paths are relative to it")
    grids.add_argument("--count", type=int, default=2000)
    grids.add_argument("--seed", type=int, default=1)
    grids.add_argument("--split", choices=("a", "b"), help="only one half of the photographs, by class")
    grids.add_argument("--words", choices=("everyday", "classes", "both"), default="both")
    grids.set_defaults(run=_run_grids)


def _run_grids(arguments: argparse.Namespace) -> None:
    from tilewise import grids
    from tilewise.lite.taxonomy import load_classes, load_groups

    if arguments.count < 1:
        raise ValueError(f"--count: expected at least 1, found {arguments.count}")
    everyday = grids.everyday_words(load_groups())
    single = grids.class_words(load_classes(), (word.text for word in everyday))
    words = {"everyday": everyday, "classes": single, "both": everyday + single}[arguments.words]
    photos = grids.half(grids.load_photos(arguments.labels), arguments.split)
    questions = grids.make_questions(photos, words, arguments.count, arguments.seed)
    log.info("%d questions in %s", grids.write_questions(questions, arguments.out), arguments.out)


def _add_golden(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    from tilewise.commands import golden

    parser = commands.add_parser(
        "golden",
        help=golden.HELP,
        description=golden.__doc__,
        epilog="examples:\n" + golden.EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    golden.add_arguments(parser)
    parser.set_defaults(run=golden.run)
