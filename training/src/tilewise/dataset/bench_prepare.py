"""How fast and in how much memory pictures are prepared, beside plain reading of the same files.

python -m tilewise.dataset.bench_prepare --pictures 100000 --folder /tmp/bench-prepare
"""

from __future__ import annotations

import argparse
import io
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from tilewise.dataset.label_folders import LabelFolders
from tilewise.dataset.sources import SourcePicture
from tilewise.progress import track

_SIDE = 100
_LABELS = 50
_BLOBS = 12
# One picture in this many is saved a second time with another quality, so that there is something to find.
_REPEAT_EVERY = 50
# Runs `prepare` alone in a process and tells the peak of its memory, which Linux counts in KiB and a Mac in bytes.
_CHILD = """
import json, resource, sys
from pathlib import Path
from tilewise.dataset.prepare import PrepareSettings, prepare
report = prepare(Path(sys.argv[1]), Path(sys.argv[2]), PrepareSettings(force=True))
used = resource.getrusage(resource.RUSAGE_SELF)
peak = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
cpu = used.ru_utime + used.ru_stime
figures = {"seconds": report["seconds"], "duplicates": report["duplicates"], "peak_bytes": peak, "cpu_seconds": cpu}
print(json.dumps(figures))
"""


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pictures", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, required=True, help="pictures are made here and kept for the next run")
    arguments = parser.parse_args(argv)
    tiles = arguments.folder / f"tiles-{arguments.pictures}"
    if not tiles.exists():
        make_pictures(tiles, arguments.pictures)
    read_seconds, size = read_plainly(tiles)
    child = [sys.executable, "-c", _CHILD, str(tiles), str(arguments.folder / "out")]
    measured = json.loads(subprocess.run(child, check=True, stdout=subprocess.PIPE).stdout)
    result = {
        "pictures": arguments.pictures,
        "bytes": size,
        "plain_reading": {"seconds": round(read_seconds, 2), "per_second": round(arguments.pictures / read_seconds)},
        "prepare": {
            "seconds": round(measured["seconds"], 2),
            "cpu_seconds": round(measured["cpu_seconds"], 2),
            "per_second": round(arguments.pictures / measured["seconds"]),
            "peak_MB": round(measured["peak_bytes"] / 1e6),
            "times_plain_reading": round(measured["seconds"] / read_seconds, 1),
            "duplicates": measured["duplicates"],
        },
    }
    sys.stdout.write(json.dumps(result, indent=2) + "\n")
    return 0


def read_plainly(tiles: Path) -> tuple[float, int]:
    """Seconds and bytes of reading every picture file once."""
    start, size = time.perf_counter(), 0
    for picture in LabelFolders(tiles).pictures():
        size += len(picture.read()) if isinstance(picture, SourcePicture) else 0
    return time.perf_counter() - start, size


def make_pictures(folder: Path, count: int) -> None:
    """Seeded blobs of colour, all different to the eye but for the repeats."""
    for label in range(_LABELS):
        (folder / f"类别{label:02d}").mkdir(parents=True)
    for number in track(range(count), "making pictures", count):
        original = number - 1 if number % _REPEAT_EVERY == _REPEAT_EVERY - 1 else number
        stream = io.BytesIO()
        _paint(np.random.default_rng(original)).save(stream, "JPEG", quality=85 if original == number else 60)
        (folder / f"类别{original % _LABELS:02d}" / f"{number:07d}.jpg").write_bytes(stream.getvalue())


def _paint(random: np.random.Generator) -> Image.Image:
    coarse = random.integers(0, 256, size=(_BLOBS, _BLOBS, 3), dtype=np.uint8)
    return Image.fromarray(coarse).resize((_SIDE, _SIDE), Image.Resampling.BICUBIC)


if __name__ == "__main__":
    sys.exit(main())
