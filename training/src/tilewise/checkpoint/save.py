"""Writes a checkpoint that cn_clip loads: `load_from_name`, its trainer's --resume and its evaluation scripts."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from tilewise.staging import NoRoomError, is_no_room, no_room_message


def save_checkpoint(path: Path, weights: Mapping[str, Tensor], extra: Mapping[str, Any]) -> None:
    """The file appears whole or not at all.

    `weights` have plain names. `extra`: epoch, step, name and optimizer, which cn_clip's trainer asks for, and
    whatever else is tensors and plain values.
    """
    content = {"epoch": 0, "step": 0, "name": path.stem, "optimizer": {}, **extra}
    # The prefix is what cn_clip's trainer, always wrapped for parallel training, resumes from.
    content["state_dict"] = {f"module.{name}": value for name, value in weights.items()}
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.partial")
    try:
        # Through a file of ours: writing by path, torch answers a full disk with a RuntimeError about positions.
        with partial.open("wb") as stream:
            torch.save(content, stream)
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(path)
    except OSError as error:
        if not is_no_room(error):
            raise
        raise NoRoomError(no_room_message(path)) from error
    finally:
        partial.unlink(missing_ok=True)
