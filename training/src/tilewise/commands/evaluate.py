"""Measures a checkpoint, or an exported folder with model.json.

DATA is a folder of label folders (zero-shot and k-shot accuracy), a Chinese-CLIP dataset (recall at 1, 5, 10 both
ways as Chinese-CLIP counts it, and accuracy where texts are classes), or a JSONL of grids as for `npm run evaluate`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tilewise.commands.output import add_json_option, print_result

HELP = "measure a checkpoint or an exported model"
EXAMPLES = """\
  tilewise evaluate models/cn-clip-lite tiles --shots 1,4
  tilewise evaluate clip_cn_rn50.pt datasets/MUGE --split valid --device cuda
  tilewise evaluate models/rn50 grids.jsonl --threshold 0.6 --json
"""
_WORST_SHOWN = 10


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("model", metavar="MODEL", type=Path)
    parser.add_argument("data", metavar="DATA", type=Path)
    parser.add_argument("--split", help="of a dataset (test, or the first that has pairs)")
    parser.add_argument("--shots", type=_numbers, default=(), help="pictures a class to look at first, such as 1,2,4,8")
    parser.add_argument("--seeds", type=_numbers, default=(0, 1, 2), help="draws of these pictures (0,1,2)")
    parser.add_argument(
        "--templates",
        choices=("plain", "chinese-clip"),
        default="plain",
        help="the name alone, or 80 phrases around it",
    )
    parser.add_argument("--threshold", type=float, help="of a tile, 0 to 1 (the model's own)")
    parser.add_argument("--distractors", help="texts that a word is weighed against, with commas (the model's own)")
    parser.add_argument("--device", default="auto", help="cpu, cuda, cuda:1 or mps, for a checkpoint (auto)")
    parser.add_argument("--context-length", type=int, default=52, help="for a checkpoint (52)")
    add_json_option(parser)


def run(arguments: argparse.Namespace) -> int:
    from tilewise.evaluate.evaluate import PLAIN, EvaluateSettings, chinese_clip_templates, evaluate
    from tilewise.evaluate.open_encoder import open_encoder, with_rules

    distractors = tuple(arguments.distractors.replace("，", ",").split(",")) if arguments.distractors else None
    encoder = open_encoder(arguments.model, arguments.device, arguments.context_length)
    settings = EvaluateSettings(
        split=arguments.split,
        templates=PLAIN if arguments.templates == "plain" else chinese_clip_templates(),
        shots=arguments.shots,
        seeds=arguments.seeds,
    )
    result = evaluate(with_rules(encoder, arguments.threshold, distractors), arguments.data, settings)
    print_result(arguments, result, _lines(result))
    return 0


def _numbers(text: str) -> tuple[int, ...]:
    if not all(part.strip().isdecimal() for part in text.split(",")):
        raise argparse.ArgumentTypeError(f"expected numbers such as 1,2,4, found {text}")
    return tuple(int(part) for part in text.split(","))


def _lines(result: dict[str, Any]) -> Iterator[str]:
    yield f"{result['model']} on {result['data']}"
    for way, found in result.get("recall", {}).items():
        yield (
            f"  {way.replace('_', ' ')}: R@1 {found['r1']:.4f}, R@5 {found['r5']:.4f}, R@10 {found['r10']:.4f},"
            f" mean {found['mean_recall']:.4f} ({found['asked']:,} asked, {found['not_judged']:,} without an answer)"
        )
    if "zero_shot" in result:
        yield from _class_lines(result["zero_shot"])
    for found in result.get("few_shot", []):
        if found["classes"]:
            yield (
                f"  {found['shots']}-shot: {found['with_text']['mean']:.4f} with the text,"
                f" {found['pictures_only']['mean']:.4f} without, {found['zero_shot']['mean']:.4f} by the text alone"
                f" ({found['classes']:,} classes)"
            )
        else:
            yield f"  {found['shots']}-shot: no class has more pictures than that"
    if "grids" in result:
        yield from _grid_lines(result)


def _class_lines(found: dict[str, Any]) -> Iterator[str]:
    yield (
        f"  zero-shot: top-1 {found['top1']:.4f}, top-5 {found['top5']:.4f}"
        f" ({found['pictures']:,} pictures, {found['classes']:,} classes)"
    )
    worst = sorted(found["by_class"].items(), key=lambda entry: entry[1]["top1"])[:_WORST_SHOWN]
    yield "  worst: " + ", ".join(f"{name} {share['top1']:.2f}" for name, share in worst)


def _grid_lines(found: dict[str, Any]) -> Iterator[str]:
    yield (
        f"  {found['grids']:,} grids: tiles right {found['tileAccuracy']:.4f}, grids right {found['gridAccuracy']:.4f},"
        f" with the count {found['gridAccuracyWithCount']:.4f} ({found['tilesPerSecond']:.1f} pictures a second)"
    )
