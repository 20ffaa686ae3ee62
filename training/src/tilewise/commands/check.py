"""Validates a Chinese-CLIP dataset and names file, line and reason for each fault.

Looks at ids that join nothing, pictures that do not decode, pictures that lie in two splits, LMDB that differs from
TSV and JSONL, and counts the classes. Exit code 1 when there is an error, with --strict also for warnings.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tilewise.commands.output import add_json_option, print_result

HELP = "validate a Chinese-CLIP dataset"
EXAMPLES = """\
  tilewise check datasets/MUGE
  tilewise check datasets/tiles --strict --json
"""
_SHOWN_LABELS = 40


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dataset", metavar="DATASET", type=Path)
    parser.add_argument("--strict", action="store_true", help="warnings fail too")
    add_json_option(parser)


def run(arguments: argparse.Namespace) -> int:
    from tilewise.dataset.check import check

    report = check(arguments.dataset)
    print_result(arguments, report, _lines(report))
    return int(bool(report["errors"] or (arguments.strict and report["warnings"])))


def _lines(report: dict[str, Any]) -> Iterator[str]:
    for fault in report["faults"]:
        yield f"{fault['level']}: {fault['where']}: expected {fault['expected']}, found {fault['found']}"
    hidden = report["errors"] + report["warnings"] - len(report["faults"])
    if hidden:
        yield f"... and {hidden:,} more"
    for split, counts in report["splits"].items():
        yield f"{split}: {counts['pictures']:,} pictures, {counts['texts']:,} texts, {counts['pairs']:,} pairs"
    for label, splits in list(report["labels"].items())[:_SHOWN_LABELS]:
        yield f"  {label}: " + ", ".join(f"{split} {count:,}" for split, count in splits.items())
    if len(report["labels"]) > _SHOWN_LABELS:
        yield f"  ... and {len(report['labels']) - _SHOWN_LABELS:,} more texts (all of them with --json)"
    yield f"{report['errors']:,} errors, {report['warnings']:,} warnings"
