"""What `tilewise finetune` can be told: Chinese-CLIP's parameters under their names, and a few of our own."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from tilewise.tokenizer import CONTEXT_LENGTH

LITE = "cn-clip-lite"
Loss = Literal["label-aware", "clip"]
Precision = Literal["amp", "bf16", "fp16", "fp32"]
# Chinese-CLIP's for fine-tuning, and what was found best for the head of the embedded model.
_LR, _LITE_LR = 5e-5, 3e-3
_PRECISIONS = ("amp", "bf16", "fp16", "fp32")
_LOSSES = ("label-aware", "clip")


@dataclass(frozen=True)
class FinetuneSettings:
    """Sizes of batches are those of one process, as in Chinese-CLIP; steps are updates of the weights.

    lr: the highest learning rate; none: 5e-5, and 3e-3 for the embedded model.
    train_data, val_data: LMDB folder of a split. resume: checkpoint to start from; without it the run's own latest
    one, if there is any. early_stop: validations without a better one before training ends, 0 never.
    layer_decay: learning rate of a layer as a share of the one above. head_only: projections alone learn.
    keep_data: labelled pictures or grids of things not trained on, measured before and after.
    base: folder of the embedded model that `cn-clip-lite` starts from, if not the one of this checkout.
    """

    train_data: Path
    val_data: Path | None = None
    num_workers: int = 4
    valid_num_workers: int = 1
    vision_model: str = "ViT-B-16"
    text_model: str | None = None
    context_length: int = CONTEXT_LENGTH
    warmup: int = 100
    batch_size: int = 128
    valid_batch_size: int = 20
    accum_freq: int = 1
    lr: float | None = None
    wd: float = 0.001
    max_epochs: int = 150
    max_steps: int | None = None
    valid_step_interval: int | None = None
    valid_epoch_interval: int | None = 1
    name: str = "train_clip"
    logs: Path = Path("logs")
    save_step_frequency: int = -1
    save_epoch_frequency: int = -1
    log_interval: int = 10
    report_training_batch_acc: bool = False
    resume: Path | None = None
    reset_data_offset: bool = False
    reset_optimizer: bool = False
    use_augment: bool = False
    freeze_vision: bool = False
    grad_checkpointing: bool = False
    precision: Precision = "amp"
    seed: int = 123
    loss: Loss = "label-aware"
    head_only: bool = False
    layer_decay: float = 1.0
    early_stop: int = 0
    keep_data: Path | None = None
    base: Path | None = None
    device: str = "auto"

    def __post_init__(self) -> None:
        # Not above: the command line reads the defaults of this class, and must not wait for torch.
        from tilewise.checkpoint.architecture import SCALES, TEXT_MODELS

        for name, least in _LEAST.items():
            value = getattr(self, name)
            if value is not None and value < least:
                raise ValueError(f"{option(name)}: expected at least {least}, found {value}")
        self._require("vision_model", (*SCALES, LITE))
        if self.text_model is not None:
            self._require("text_model", TEXT_MODELS)
        self._require("precision", _PRECISIONS)
        self._require("loss", _LOSSES)
        if self.lr is not None and not 0 < self.lr < 1:
            raise ValueError(f"--lr: expected a learning rate between 0 and 1, found {self.lr}")
        if not 0 < self.layer_decay <= 1:
            raise ValueError(f"--layer-decay: expected a share above 0 and at most 1, found {self.layer_decay}")
        if not self.name or Path(self.name).name != self.name:
            raise ValueError(f"--name: expected the name of a folder, found {self.name!r}")
        if self.head_only and self.freeze_vision and not self.is_lite:
            raise ValueError("expected --head-only or --freeze-vision, found both")
        if self.early_stop and self.val_data is None:
            raise ValueError("--early-stop: expected --val-data to judge by, found none")

    @property
    def highest_lr(self) -> float:
        return self.lr or (_LITE_LR if self.is_lite else _LR)

    @property
    def is_lite(self) -> bool:
        return self.vision_model == LITE

    @property
    def folder(self) -> Path:
        return self.logs / self.name

    @property
    def checkpoints(self) -> Path:
        return self.folder / "checkpoints"

    def record(self) -> dict[str, Any]:
        """Plain values, for logs and checkpoints."""
        return {name: str(value) if isinstance(value, Path) else value for name, value in asdict(self).items()}

    def _require(self, name: str, choices: tuple[str, ...]) -> None:
        if getattr(self, name) not in choices:
            raise ValueError(f"{option(name)}: expected one of {', '.join(choices)}, found {getattr(self, name)}")


_LEAST = {
    "num_workers": 0, "valid_num_workers": 0, "context_length": 3, "warmup": 0, "batch_size": 1,
    "valid_batch_size": 1, "accum_freq": 1, "wd": 0, "max_epochs": 1, "max_steps": 1, "valid_step_interval": 1,
    "valid_epoch_interval": 1, "log_interval": 1, "early_stop": 0, "seed": 0,
}  # fmt: skip


def option(name: str) -> str:
    """Of a field, the option on the command line."""
    return "--" + name.replace("_", "-")
