"""What a training tells: a line on stderr, a JSON line in log.jsonl, TensorBoard."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

from tilewise.finetune.settings import FinetuneSettings

log = logging.getLogger(__name__)


_SETTINGS = "settings.json"


class Logbook:
    """Silent in all processes but the first."""

    def __init__(self, settings: FinetuneSettings, active: bool) -> None:
        self._active = active
        self._folder = settings.folder
        if not active:
            return
        from torch.utils.tensorboard import SummaryWriter

        self._folder.mkdir(parents=True, exist_ok=True)
        self._writer: Any = SummaryWriter(str(self._folder / "tensorboard"))
        self._lines = (self._folder / "log.jsonl").open("a", encoding="utf-8")

    def keep(self, settings: FinetuneSettings) -> None:
        """What was asked for, so that the same can be recognised (`is_kept`)."""
        if self._active:
            text = json.dumps(settings.record(), ensure_ascii=False, indent=2) + "\n"
            (self._folder / _SETTINGS).write_text(text, encoding="utf-8")

    def tell(self, text: str) -> None:
        if self._active:
            log.info("%s", text)

    def numbers(self, kind: str, step: int, values: dict[str, float]) -> None:
        if not self._active:
            return
        self._lines.write(json.dumps({"kind": kind, "step": step, **values}) + "\n")
        self._lines.flush()
        for name, value in values.items():
            self._writer.add_scalar(f"{kind}/{name}", value, step)
        shown = ", ".join(f"{name.replace('_', ' ')} {value:.4g}" for name, value in values.items())
        log.info("%s %d: %s", kind, step, shown)

    def close(self) -> None:
        if self._active:
            self._writer.close()
            self._lines.close()


def is_kept(settings: FinetuneSettings) -> bool:
    """Whether the run of this name was started with just these settings."""
    path = settings.folder / _SETTINGS
    return path.is_file() and bool(json.loads(path.read_text(encoding="utf-8")) == settings.record())


def read_log(path: Path, kind: str) -> list[dict[str, Any]]:
    """Lines of one kind, in their order."""
    lines = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line["kind"] == kind]
