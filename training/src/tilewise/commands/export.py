"""Writes a Chinese-CLIP checkpoint as ONNX, with model.json for the extension.

OUT gets NAME.img.fp32.onnx, NAME.txt.fp32.onnx, the fp16 pair with their .extra_file, vocab.txt and model.json. The
scale is recognised from the checkpoint. Every file is compared with PyTorch for one picture and for nine; below the
bound nothing is written.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tilewise.commands.output import add_json_option, print_result

HELP = "write a checkpoint as ONNX, proven equal to PyTorch"
EXAMPLES = """\
  tilewise export clip_cn_rn50.pt models/rn50
  tilewise export logs/tiles/checkpoints/epoch_latest.pt models/tiles --name tiles --int8 --model-json int8
  tilewise export clip_cn_vit-h-14.pt models/vit-h-14 --vision-model ViT-H-14 --json
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("checkpoint", metavar="CKPT", type=Path)
    parser.add_argument("out", metavar="OUT", type=Path, help="folder of the exported files")
    parser.add_argument("--name", help="of the files and of the model (the scale, such as vit-b-16)")
    parser.add_argument("--vision-model", help="refuse a checkpoint of any other scale")
    parser.add_argument("--text-model", help="refuse a checkpoint with any other text tower")
    parser.add_argument(
        "--context-length", type=int, default=52, help="wordpieces a text, [CLS] and [SEP] among them (52)"
    )
    parser.add_argument(
        "--model-json", choices=("fp32", "fp16", "int8"), default="fp32", help="what model.json names (fp32)"
    )
    parser.add_argument(
        "--fp16-weights-only", action="store_true", help="fp16 files store halves and calculate in fp32 (no GPU needed)"
    )
    parser.add_argument("--int8", action="store_true", help="also files with int8 matrices, for the CPU")
    parser.add_argument(
        "--distractors", default="其他", help="texts that a word is weighed against, with commas (其他)"
    )
    parser.add_argument("--licence", default="as the checkpoint's", help="of the weights, for model.json")
    parser.add_argument("--model-version", default="1.0.0", help="for model.json (1.0.0)")
    parser.add_argument("--force", action="store_true", help="replace OUT if it exists")
    add_json_option(parser)


def run(arguments: argparse.Namespace) -> int:
    from tilewise.export.export import ExportSettings, export_checkpoint
    from tilewise.export.model_json import Description

    description = Description(
        version=arguments.model_version,
        distractors=tuple(text.strip() for text in arguments.distractors.replace("，", ",").split(",")),
        licence=arguments.licence,
    )
    settings = ExportSettings(
        name=arguments.name,
        description=description,
        vision_model=arguments.vision_model,
        text_model=arguments.text_model,
        context_length=arguments.context_length,
        described=arguments.model_json,
        half_arithmetic=not arguments.fp16_weights_only,
        int8=arguments.int8,
        force=arguments.force,
    )
    report = export_checkpoint(arguments.checkpoint, arguments.out, settings)
    print_result(arguments, report, _lines(report, arguments.out))
    return 0


def _lines(report: dict[str, Any], out: Path) -> Iterator[str]:
    yield f"{out}: {report['vision_model']} with {report['text_model']}, model.json names {report['described']}"
    for found in report["parity"]:
        bound = "measured" if found["bound"] is None else f"at least {found['bound']}"
        yield (
            f"  {found['tower']:<5} {found['precision']} batch {found['batch']}: cosine {found['cosine']:.7f} ({bound})"
        )
    for file in report["files"]:
        yield f"  {file['file']:<36} {file['bytes']:>13,} bytes"
