"""The pictures that the image tower is steadied on: all of a folder, cut-outs too."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, UnidentifiedImageError

from tilewise.faults import Fault, InputError

_ENDINGS = {".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp"}
# Pictures with a smaller side show too little and are left out.
_LEAST_SIDE, _LARGEST_SIDE = 48, 384


def read_pictures(folder: Path) -> list[Image.Image]:
    """RGBA, 48 to 384 px a side, of a folder and those below it, in the order of their names.

    Raises InputError when there is none, or when one can not be read.
    """
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in _ENDINGS)
    pictures = [picture for picture in map(_read, paths) if min(picture.size) >= _LEAST_SIDE]
    if not pictures:
        expected = f"pictures of at least {_LEAST_SIDE} pixels a side to steady the image tower on"
        raise InputError(Fault(str(folder), expected, "none"))
    for picture in pictures:
        picture.thumbnail((_LARGEST_SIDE, _LARGEST_SIDE), Image.Resampling.BICUBIC)
    return pictures


def _read(path: Path) -> Image.Image:
    try:
        with Image.open(path) as picture:
            return picture.convert("RGBA")
    except (OSError, UnidentifiedImageError) as error:
        raise InputError(Fault(str(path), "a picture", "a file that can not be read as one")) from error
