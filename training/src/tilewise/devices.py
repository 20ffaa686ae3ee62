"""Where PyTorch calculates."""

from __future__ import annotations

import torch

AUTO = "auto"


def pick_device(name: str) -> torch.device:
    """`auto`, `cpu`, `cuda`, `cuda:1`, `mps`. Raises ValueError that tells what there is."""
    there = available_devices()
    if name == AUTO:
        return torch.device(there[0])
    try:
        device = torch.device(name)
    except RuntimeError as error:
        raise ValueError(f"--device: expected one of {', '.join(there)}, found {name}") from error
    full = f"cuda:{device.index or 0}" if device.type == "cuda" else device.type
    if full not in there:
        raise ValueError(f"--device: expected one of {', '.join(there)}, found {name}, which this machine has not")
    return torch.device(full)


def available_devices() -> list[str]:
    """The fastest first."""
    found = [f"cuda:{index}" for index in range(torch.cuda.device_count())] if torch.cuda.is_available() else []
    if torch.backends.mps.is_available():
        found.append("mps")
    return [*found, "cpu"]
