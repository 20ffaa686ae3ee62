"""`tilewise`: the command line. Data goes to stdout or files, progress to stderr, faults give a non-zero exit."""

from __future__ import annotations

import argparse
import io
import logging
import signal
import sys
import threading
from collections.abc import Sequence

from tilewise import __version__
from tilewise.commands import register

log = logging.getLogger("tilewise")


# What a shell answers for a program that Ctrl-C ended.
INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    _speak_utf8()
    if threading.current_thread() is threading.main_thread():
        # A polite request to stop unwinds like Ctrl-C, so that nothing half-written stays.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
    arguments = _parser().parse_args(argv)
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(message)s")
    try:
        code: int = arguments.run(arguments)
    except KeyboardInterrupt:
        log.error("tilewise %s: interrupted", arguments.command)
        return INTERRUPTED
    except (ValueError, OSError) as error:
        log.error("tilewise %s: %s", arguments.command, error)
        return 1
    return code


def _speak_utf8() -> None:
    """A Windows console or a C locale would otherwise refuse the labels themselves."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tilewise", description="Builds and measures the picture models of Tilewise.")
    parser.add_argument("--version", action="version", version=f"tilewise {__version__}")
    commands = parser.add_subparsers(dest="command", required=True)
    register(commands)
    return parser
