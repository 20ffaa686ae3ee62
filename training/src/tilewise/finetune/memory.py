"""What a training must remember to go on as if it had never stopped, and where it keeps it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import torch
from accelerate import Accelerator
from accelerate.utils import gather_object

from tilewise.checkpoint.save import save_checkpoint
from tilewise.faults import Fault, InputError
from tilewise.finetune.batches import Plan
from tilewise.finetune.settings import FinetuneSettings
from tilewise.finetune.trainee import Trainee

LATEST, BEST = "epoch_latest.pt", "epoch_best.pt"
_OWN = "tilewise_training"


@dataclass
class Standing:
    """steps: updates done. best: the rank of the best validation, `waited` validations ago."""

    steps: int = 0
    best: list[float] = field(default_factory=list)
    best_step: int = 0
    waited: int = 0


@dataclass(frozen=True)
class Parts:
    """Everything with a state that a checkpoint keeps."""

    accelerator: Accelerator
    trainee: Trainee
    optimizer: Any
    plan: Plan
    settings: FinetuneSettings


def save(path: Path, parts: Parts, standing: Standing, to_go_on: bool) -> None:
    """To be called by all processes; the first one writes, the others wait. Not `to_go_on`: weights alone, for use."""
    generators = gather_object([_generators(parts.accelerator.device)])
    if parts.accelerator.is_main_process:
        save_checkpoint(path, parts.trainee.model.state_dict(), _extra(parts, standing, generators, to_go_on))
    parts.accelerator.wait_for_everyone()


def _extra(parts: Parts, standing: Standing, generators: list[Any], to_go_on: bool) -> dict[str, Any]:
    scaler, plan = parts.accelerator.scaler, parts.plan
    extra = {
        **parts.trainee.extra,
        "epoch": standing.steps // plan.steps,
        "step": standing.steps,
        "name": parts.settings.name,
    }
    if to_go_on:
        extra["optimizer"] = parts.optimizer.state_dict()
        extra[_OWN] = {
            "plan": asdict(plan),
            "standing": asdict(standing),
            "generators": generators,
            "scaler": {} if scaler is None else scaler.state_dict(),
        }
    return extra


def restore(parts: Parts, extra: dict[str, Any], where: str) -> Standing:
    """Raises InputError when the checkpoint does not fit what is to be trained; says which option helps."""
    own, settings, plan = extra.get(_OWN, {}), parts.settings, asdict(parts.plan)
    if not settings.reset_optimizer:
        _restore_optimizer(extra.get("optimizer"), parts.optimizer, where)
        if parts.accelerator.scaler is not None and own.get("scaler"):
            parts.accelerator.scaler.load_state_dict(own["scaler"])
    if settings.reset_data_offset:
        return Standing()
    if not own:
        # A checkpoint of cn_clip's trainer: it tells where, not with which random numbers.
        return Standing(steps=int(extra.get("step", 0)))
    for name, value in plan.items():
        if own["plan"].get(name) != value:
            found = f"{own['plan'].get(name)} (--reset-data-offset begins the data anew)"
            raise InputError(Fault(f"{where}: {name}", f"{value}, as this training has it", found))
    _restore_generators(own["generators"], parts.accelerator)
    return Standing(**own["standing"])


def _restore_optimizer(state: Any, optimizer: Any, where: str) -> None:
    if not state:
        found = "none (--reset-optimizer starts a new one)"
        raise InputError(Fault(where, "the optimizer's state", found))
    try:
        optimizer.load_state_dict(state)
    except (ValueError, KeyError) as error:
        found = f"another ({error}); --reset-optimizer starts a new one"
        raise InputError(Fault(where, "the state of this optimizer", found)) from error


def _generators(device: torch.device) -> dict[str, Any]:
    found = {"cpu": torch.get_rng_state()}
    if device.type == "cuda":
        found["cuda"] = torch.cuda.get_rng_state(device)
    return found


def _restore_generators(states: list[dict[str, Any]], accelerator: Accelerator) -> None:
    own = states[accelerator.process_index]
    torch.set_rng_state(own["cpu"])
    if accelerator.device.type == "cuda" and "cuda" in own:
        torch.cuda.set_rng_state(own["cuda"], accelerator.device)
