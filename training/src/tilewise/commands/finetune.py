"""Fine-tunes a Chinese-CLIP, or the embedded model (--vision-model cn-clip-lite), on an LMDB dataset.

The parameters are those of Chinese-CLIP. Without --resume, or with just the same options, a run of the same --name
goes on where it stopped. Ctrl-C saves and ends. LOGS/NAME gets checkpoints/epoch_latest.pt and epoch_best.pt,
log.jsonl, tensorboard/ and report.json, which tells what the model lost on words that it was not trained on. For
several GPUs or machines put `accelerate launch -m tilewise`, or `torchrun --nproc-per-node N -m tilewise`, in the
place of `tilewise`.
"""

from __future__ import annotations

import argparse
import typing
from collections.abc import Iterator
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

from tilewise.commands.output import add_json_option, print_result

HELP = "train a model on your own pictures"
EXAMPLES = """\
  tilewise finetune --train-data tiles/lmdb/train --val-data tiles/lmdb/valid --vision-model cn-clip-lite --name tiles
  tilewise finetune --config tiles.toml --max-epochs 20
  tilewise finetune --train-data MUGE/lmdb/train --vision-model RN50 --resume clip_cn_rn50.pt --reset-data-offset \\
    --reset-optimizer
"""
_HELP = {
    "train_data": "LMDB folder of the pairs to train on",
    "val_data": "LMDB folder of the pairs to validate on",
    "num_workers": "processes that read and prepare pictures",
    "valid_num_workers": "the same for validation",
    "vision_model": "RN50, ViT-B-16, ViT-L-14, ViT-L-14-336, ViT-H-14 or cn-clip-lite",
    "text_model": "text tower, if not the one that was released with the vision model",
    "context_length": "wordpieces a text, [CLS] and [SEP] among them",
    "warmup": "steps of growing learning rate",
    "batch_size": "pairs a process and forward pass",
    "valid_batch_size": "the same for validation",
    "accum_freq": "batches a step, compared as one large batch",
    "lr": "highest learning rate (5e-05, for cn-clip-lite 0.003)",
    "wd": "weight decay",
    "max_epochs": "epochs",
    "max_steps": "steps, in place of epochs",
    "valid_step_interval": "steps between validations",
    "valid_epoch_interval": "epochs between validations",
    "name": "of the run and its folder",
    "logs": "folder of all runs",
    "save_step_frequency": "steps between checkpoints, -1 for none",
    "save_epoch_frequency": "epochs between checkpoints that are kept, -1 for none",
    "log_interval": "steps between lines of the log",
    "report_training_batch_acc": "log the accuracy within training batches",
    "resume": "checkpoint to start from",
    "reset_data_offset": "with --resume: begin the data, and the count of steps, anew",
    "reset_optimizer": "with --resume: begin with a fresh optimizer",
    "use_augment": "change pictures a little each time",
    "freeze_vision": "train the text tower only",
    "grad_checkpointing": "less memory, more time",
    "precision": "amp, bf16, fp16 or fp32; amp calculates in fp32 where there is no CUDA device",
    "seed": "of order, augmentation and dropout",
    "loss": "label-aware: pairs of one label are right for each other; clip: Chinese-CLIP's own",
    "head_only": "train the projections only",
    "layer_decay": "learning rate of a layer as a share of the one above",
    "early_stop": "validations without a better one before the end, 0 for never",
    "keep_data": "labelled pictures or grids of other things, measured before and after",
    "base": "folder of the embedded model, for cn-clip-lite (the one of the checkout)",
    "device": "auto, cpu, cuda, cuda:1 or mps",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    from tilewise.finetune.settings import FinetuneSettings, option

    parser.add_argument("--config", type=Path, help="TOML file of these options; the command line wins")
    kinds = typing.get_type_hints(FinetuneSettings)
    for field in fields(FinetuneSettings):
        text = _HELP[field.name]
        if field.default not in (MISSING, None, False):
            text += f" ({field.default})"
        if kinds[field.name] is bool:
            parser.add_argument(option(field.name), action="store_true", default=None, help=text)
        else:
            parser.add_argument(option(field.name), type=_parser_of(kinds[field.name]), help=text)
    add_json_option(parser)


def run(arguments: argparse.Namespace) -> int:
    from tilewise.cli import INTERRUPTED
    from tilewise.finetune.finetune import finetune

    report = finetune(read_settings(arguments))
    print_result(arguments, report, _lines(report))
    return INTERRUPTED if report["ended"] == "interrupted" else 0


def read_settings(arguments: argparse.Namespace) -> Any:
    from tilewise.finetune.settings import FinetuneSettings
    from tilewise.finetune.settings_file import read_settings_file

    given = read_settings_file(arguments.config) if arguments.config else {}
    said = {field.name: getattr(arguments, field.name) for field in fields(FinetuneSettings)}
    given |= {name: value for name, value in said.items() if value is not None}
    if "train_data" not in given:
        raise ValueError("expected --train-data with the LMDB folder of a split, found none")
    return FinetuneSettings(**given)


def _parser_of(kind: Any) -> Any:
    plain = [one for one in typing.get_args(kind) if isinstance(one, type) and one is not type(None)]
    if kind in (int, float, str, Path):
        return kind
    return plain[0] if plain else str


def _lines(report: dict[str, Any]) -> Iterator[str]:
    yield f"{report['checkpoint']}: {report['ended']} after {report['steps']:,} steps, best at {report['best_step']:,}"
    other = report.get("words_not_trained_on")
    if not other:
        return
    yield (
        f"  {other['words']} words not trained on, {other['pictures']:,} pictures:"
        f" {other['decisions_changed']:.4f} of decisions changed"
        f" ({other['decisions_now_yes']:.4f} to yes, {other['decisions_now_no']:.4f} to no);"
        f" their texts kept cosine {other['text_cosine']:.4f} and {other['text_neighbours_kept']:.3f} of neighbours"
    )
    for kind, before in other.get("kept_before", {}).items():
        yield f"  {kind} on what was to be kept: {before:.4f} before, {other['kept_after'][kind]:.4f} after"
