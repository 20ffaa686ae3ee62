"""`tilewise export` of a checkpoint of the embedded model."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from tilewise.checkpoint.load import Checkpoint
from tilewise.faults import Fault, InputError
from tilewise.lite.export_tuned import TunedName, export_tuned
from tilewise.lite.lite_model import LITE

if TYPE_CHECKING:
    from tilewise.export.export import ExportSettings

_TUNED = f"{LITE}-tuned"
_UNSAID = "as the checkpoint's"


def export_lite(checkpoint: Checkpoint, out: Path, settings: ExportSettings) -> dict[str, Any]:
    """Raises ValueError for options that this model has not: it comes in one precision."""
    if settings.vision_model not in (None, LITE):
        raise InputError(Fault(str(checkpoint.path), str(settings.vision_model), LITE))
    if settings.int8 or settings.described != "fp32":
        raise ValueError(f"{checkpoint.path}: expected no --int8 and no --model-json for {LITE}, found one")
    licence = settings.description.licence
    name = TunedName(settings.name or _TUNED, settings.description.version, None if licence == _UNSAID else licence)
    return export_tuned(checkpoint, out, name, settings.force)
