"""Pictures made by integer arithmetic alone, so that TypeScript makes the same ones (test/golden/picture.ts)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]

KINDS = ("gradient", "noise", "edges", "mixed")


@dataclass(frozen=True)
class Picture:
    width: int
    height: int
    kind: str
    seed: int

    def rgba(self) -> Pixels:
        """[height, width, 4]; alpha is noise, which the engine must ignore."""
        y, x, channel = np.meshgrid(
            np.arange(self.height, dtype=np.uint32),
            np.arange(self.width, dtype=np.uint32),
            np.arange(4, dtype=np.uint32),
            indexing="ij",
        )
        noise = _noise(x, y, channel, self.seed)
        gradient = (x * (channel + 1) * 255 // max(self.width, 1) + y * 255 // max(self.height, 1)) & 255
        edges = np.where((x // 5 + y // 3 + channel) % 2 == 0, 255, 0).astype(np.uint32)
        mixed = (gradient + noise // 4 + edges // 2) & 255
        kinds = {"gradient": gradient, "noise": noise, "edges": edges, "mixed": mixed}
        values = np.where(channel == 3, noise, kinds[self.kind])
        return values.astype(np.uint8)


def _noise(x: NDArray[np.uint32], y: NDArray[np.uint32], channel: NDArray[np.uint32], seed: int) -> NDArray[np.uint32]:
    """A 32-bit hash of position, channel and seed; products wrap around as `Math.imul` does."""
    with np.errstate(over="ignore"):
        h = x * np.uint32(374761393) + y * np.uint32(668265263) + channel * np.uint32(2246822519) + np.uint32(seed)
        h = (h ^ (h >> np.uint32(13))) * np.uint32(1274126177)
    low: NDArray[np.uint32] = (h ^ (h >> np.uint32(16))) & np.uint32(255)
    return low
