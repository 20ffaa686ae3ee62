"""Exports every scale with random seeded weights and tells parity, sizes, time and peak memory.

    python -m tilewise.export.measure_scales --folder /tmp/scales --json figures.json
    python -m tilewise.export.measure_scales --folder /tmp/scales --scales ViT-H-14

The checkpoint of each scale is made by cn_clip's own initialisation; it and its export are deleted again, unless
`--keep` asks for the exports (FOLDER/SCALE).
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tilewise.checkpoint.architecture import SCALES

# Both run alone in a process, so that the peak is the export's own. Linux counts it in KiB, a Mac in bytes.
_MAKE = """
import sys, torch
from pathlib import Path
from tilewise.checkpoint.architecture import architecture
from tilewise.checkpoint.cn_clip_model import clip_class
from tilewise.checkpoint.save import save_checkpoint
torch.manual_seed(0)
model = clip_class()(**architecture(sys.argv[1]).arguments)
save_checkpoint(Path(sys.argv[2]), model.state_dict(), {})
"""
_EXPORT = """
import json, resource, sys
from pathlib import Path
from tilewise.export.export import ExportSettings, export_checkpoint
report = export_checkpoint(Path(sys.argv[1]), Path(sys.argv[2]), ExportSettings(int8=True))
report["peak_bytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
print(json.dumps(report))
"""


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, required=True, help="for checkpoints and exports; ViT-H-14 takes 14 GB")
    parser.add_argument("--scales", nargs="+", choices=tuple(SCALES), default=list(SCALES))
    parser.add_argument("--keep", action="store_true", help="leave the exported folders where they are")
    parser.add_argument("--json", type=Path, help="figures, added to those of scales measured before")
    arguments = parser.parse_args(argv)
    arguments.folder.mkdir(parents=True, exist_ok=True)
    figures: dict[str, Any] = {}
    if arguments.json and arguments.json.exists():
        figures = json.loads(arguments.json.read_text(encoding="utf-8"))
    for scale in arguments.scales:
        figures[scale] = measure(scale, arguments.folder, keep=arguments.keep)
        if arguments.json:
            arguments.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    sys.stdout.write(table({scale: figures[scale] for scale in SCALES if scale in figures}))
    return 0


def measure(scale: str, folder: Path, *, keep: bool) -> dict[str, Any]:
    checkpoint, out = folder / f"{scale}.pt", folder / scale
    shutil.rmtree(out, ignore_errors=True)
    try:
        subprocess.run([sys.executable, "-c", _MAKE, scale, str(checkpoint)], check=True)
        start = time.perf_counter()
        command = [sys.executable, "-c", _EXPORT, str(checkpoint), str(out)]
        report: dict[str, Any] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
        report["seconds"] = round(time.perf_counter() - start, 1)
        return report
    finally:
        checkpoint.unlink(missing_ok=True)
        if not keep:
            shutil.rmtree(out, ignore_errors=True)


def table(figures: dict[str, Any]) -> str:
    """Markdown: the least cosine of batches 1 and 9 for each file."""
    lines = [
        "| scale | tower | fp32 | fp16 | int8 | MB fp32 | MB fp16 | MB int8 | export, s | peak memory, GB |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for scale, report in figures.items():
        for tower, short in (("image", "img"), ("text", "txt")):
            cosines = [_least(report, tower, precision) for precision in ("fp32", "fp16", "int8")]
            sizes = [_megabytes(report, f".{short}.{precision}.onnx") for precision in ("fp32", "fp16", "int8")]
            cells = [scale, tower, *(f"{cosine:.7f}" for cosine in cosines), *(f"{size:,.0f}" for size in sizes)]
            cells += [f"{report['seconds']:,.0f}", f"{report['peak_bytes'] / 1e9:.1f}"]
            lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def _least(report: dict[str, Any], tower: str, precision: str) -> float:
    rows = report["parity"]
    return float(min(row["cosine"] for row in rows if (row["tower"], row["precision"]) == (tower, precision)))


def _megabytes(report: dict[str, Any], ending: str) -> float:
    """A graph and the file of weights beside it."""
    return float(sum(file["bytes"] for file in report["files"] if ending in file["file"]) / 1e6)


if __name__ == "__main__":
    sys.exit(main())
