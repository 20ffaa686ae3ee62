"""`tilewise`: the command line. Data goes to stdout or files, progress to stderr, faults give a non-zero exit."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence

from tilewise import __version__
from tilewise.commands import register

log = logging.getLogger("tilewise")


def main(argv: Sequence[str] | None = None) -> int:
    arguments = _parser().parse_args(argv)
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(message)s")
    try:
        code: int = arguments.run(arguments)
    except (ValueError, OSError) as error:
        log.error("tilewise %s: %s", arguments.command, error)
        return 1
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tilewise", description="Builds and measures the picture models of Tilewise.")
    parser.add_argument("--version", action="version", version=f"tilewise {__version__}")
    commands = parser.add_subparsers(dest="command", required=True)
    register(commands)
    return parser
