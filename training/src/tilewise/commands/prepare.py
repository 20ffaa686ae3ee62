"""Makes a Chinese-CLIP dataset (TSV, JSONL, LMDB) of labelled pictures.

SRC is a folder of label folders (tiles/公交车/1.jpg), a labels JSONL ({"image": path, "texts": [..]} a line), or a
folder with *_imgs.tsv and *_texts.jsonl. Pictures that are the same, or nearly, stay in one split. OUT appears when
it is whole, or not at all.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tilewise.commands.output import add_json_option, print_result

HELP = "make a Chinese-CLIP dataset of labelled pictures"
EXAMPLES = """\
  tilewise prepare tiles datasets/tiles
  tilewise prepare labels.jsonl datasets/tiles --ratio 0.7,0.15,0.15 --seed 3
  tilewise prepare old-dataset datasets/mixed-anew --resplit --json
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("src", metavar="SRC", type=Path)
    parser.add_argument("out", metavar="OUT", type=Path)
    parser.add_argument("--ratio", type=_shares, default=(0.8, 0.1, 0.1), help="train,valid,test (0.8,0.1,0.1)")
    parser.add_argument("--seed", type=int, default=0, help="of the split (0)")
    parser.add_argument("--resplit", action="store_true", help="mix the splits of an existing dataset and split anew")
    parser.add_argument("--skip-bad", action="store_true", help="leave out what is faulty, instead of stopping")
    parser.add_argument("--force", action="store_true", help="replace OUT if it exists")
    add_json_option(parser)


def run(arguments: argparse.Namespace) -> int:
    from tilewise.dataset.assign import Ratio
    from tilewise.dataset.prepare import PrepareSettings, prepare

    settings = PrepareSettings(
        ratio=Ratio(arguments.ratio),
        seed=arguments.seed,
        resplit=arguments.resplit,
        skip_bad=arguments.skip_bad,
        force=arguments.force,
    )
    report = prepare(arguments.src, arguments.out, settings)
    print_result(arguments, report, _lines(report, arguments.out))
    return 0


def _shares(text: str) -> tuple[float, ...]:
    shares = tuple(float(share) for share in text.split(","))
    if len(shares) != 3:
        raise argparse.ArgumentTypeError(f"expected three shares such as 0.8,0.1,0.1, found {text}")
    return shares


def _lines(report: dict[str, Any], out: Path) -> Iterator[str]:
    yield f"{out}: {report['pictures']:,} pictures in {report['seconds']:,.1f} s ({report['source']})"
    for split, counts in report["splits"].items():
        yield f"  {split:<6} {counts['pictures']:>9,} pictures {counts['texts']:>9,} texts {counts['pairs']:>9,} pairs"
    same = report["duplicates"]
    yield (
        f"  the same: {same['bytes']:,} groups in bytes, {same['pixels']:,} in pixels, {same['near']:,} nearly"
        f" ({same['with_different_labels']:,} with different labels) -> duplicates.jsonl"
    )
    if same["across_splits"]:
        yield f"  {same['across_splits']:,} of these groups lie across the splits that were kept"
    if same["search_cut_short"]:
        yield "  very many pictures look alike: the search for near duplicates was cut short there"
    if report["unlabelled"]:
        yield f"  {report['unlabelled']:,} pictures without a text"
    if report["labels_not_in_train"]:
        yield f"  not in train: {'、'.join(report['labels_not_in_train'])}"
    if report["left_out"]:
        yield f"  left out as faulty: {report['left_out']:,}"
        yield from (f"    {fault}" for fault in report["left_out_first"])
