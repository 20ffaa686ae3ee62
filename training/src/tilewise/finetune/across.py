"""Features of all processes in one loss, with gradients that DDP's mean makes those of one large batch."""

from __future__ import annotations

import torch
from accelerate import Accelerator
from torch import Tensor


def gather_own_live(accelerator: Accelerator, own: Tensor) -> Tensor:
    """Rows of all processes in their order; only this process's own carry gradients.

    Every process computes the whole loss, so each sees the whole gradient of its own rows. DDP takes the mean over
    processes: the loss is therefore multiplied by their number (`weight`), and what all share divided (`shared`).
    """
    if accelerator.num_processes == 1:
        return own
    parts = list(accelerator.gather(own.detach().contiguous()).chunk(accelerator.num_processes))
    parts[accelerator.process_index] = own
    return torch.cat(parts)


def shared(accelerator: Accelerator, value: Tensor) -> Tensor:
    """The same value with its gradient divided by the number of processes."""
    if accelerator.num_processes == 1:
        return value
    fixed = value.detach()
    divided: Tensor = fixed + (value - fixed) / accelerator.num_processes
    return divided


def any_process(accelerator: Accelerator, flag: bool) -> bool:
    if accelerator.num_processes == 1:
        return flag
    told = torch.tensor([float(flag)], device=accelerator.device)
    return bool(accelerator.reduce(told, reduction="sum") > 0)
