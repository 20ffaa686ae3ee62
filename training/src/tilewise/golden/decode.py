"""Picture files of every kind that people have, with the RGB that Pillow reads from them."""

from __future__ import annotations

import hashlib
import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from tilewise.golden.pictures import Picture

WIDTH, HEIGHT = 53, 37
ORIENTATION_TAG, TURNED_RIGHT = 0x112, 6
RGB_16, RGBA_16 = 2, 6


def decode_cases(folder: Path) -> dict[str, Any]:
    """Writes the files into `folder`. `sha256` is of the RGB bytes, row-major and interleaved."""
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder)
    return {"cases": [_case(path) for path in sorted(folder.iterdir())]}


def _case(path: Path) -> dict[str, Any]:
    with Image.open(path) as image:
        rgb = image.convert("RGB")
        return {
            "file": path.name,
            "mode": image.mode,
            "width": rgb.width,
            "height": rgb.height,
            "sha256": hashlib.sha256(rgb.tobytes()).hexdigest(),
        }


def _write(folder: Path) -> None:
    pixels = Picture(WIDTH, HEIGHT, "gradient", 1).rgba()
    rgba = Image.fromarray(pixels, "RGBA")
    rgb, grey = rgba.convert("RGB"), rgba.convert("L")
    palette = rgb.quantize(32)
    turned = Image.Exif()
    turned[ORIENTATION_TAG] = TURNED_RIGHT
    rgb.save(folder / "rgb.png")
    rgba.save(folder / "rgba.png")
    grey.save(folder / "grey.png")
    rgba.convert("LA").save(folder / "grey-alpha.png")
    grey.convert("1").save(folder / "one-bit.png")
    palette.save(folder / "palette.png")
    palette.save(folder / "palette-transparent.png", transparency=3)
    palette.save(folder / "frames.gif", save_all=True, append_images=[palette.rotate(180)])
    rgb.save(folder / "colour.jpg", quality=85)
    rgb.save(folder / "progressive.jpg", quality=75, progressive=True)
    rgb.save(folder / "turned.jpg", quality=85, exif=turned)
    grey.save(folder / "grey.jpg", quality=85)
    rgb.convert("CMYK").save(folder / "cmyk.jpg", quality=90)
    rgb.save(folder / "lossy.webp", quality=80)
    rgba.save(folder / "alpha.webp", lossless=True, exact=True)
    rgb.save(folder / "rgb.tiff")
    deep = pixels.astype(np.uint16) * 211
    _write_png_16(folder / "rgb-16.png", deep[..., :3], RGB_16)
    _write_png_16(folder / "rgba-16.png", deep, RGBA_16)


def _write_png_16(path: Path, pixels: NDArray[np.uint16], colour_type: int) -> None:
    """Pillow writes no colour PNG of 16 bits a channel."""
    height, width = pixels.shape[:2]
    rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in pixels)
    header = struct.pack(">IIBBBBB", width, height, 16, colour_type, 0, 0, 0)
    chunks = _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(rows)) + _chunk(b"IEND", b"")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
