"""What fine-tuning did to words that it was not about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from accelerate import Accelerator
from torch import Tensor

from tilewise.evaluate.encoder import Rules, prepare_text
from tilewise.evaluate.evaluate import EvaluateSettings, evaluate
from tilewise.finetune.pairs import Pairs
from tilewise.finetune.settings import FinetuneSettings
from tilewise.finetune.trainee import Trainee
from tilewise.finetune.trainee_encoder import trainee_encoder, trainee_rules
from tilewise.finetune.validate import picture_rows, text_rows
from tilewise.lite.taxonomy import load_groups
from tilewise.tokenizer import Tokenizer, find_vocabulary, load_vocabulary

# Nearest words of a word, whose order shows whether the texts still mean what they meant.
_NEIGHBOURS = 5


@dataclass(frozen=True)
class Probe:
    """Words not trained on, and what the model said: cosines of pictures, and of words among themselves."""

    words: tuple[str, ...]
    yes: Tensor
    texts: Tensor
    kept: dict[str, Any]


def other_words(trained: Sequence[str]) -> tuple[str, ...]:
    """Everyday words, the commonest name of each, that are none of the trained texts."""
    taken = set(trained)
    names = (group.chinese[0] for group in load_groups() if group.chinese)
    return tuple(dict.fromkeys(name for name in names if prepare_text(name) not in taken))


def probe(
    accelerator: Accelerator, trainee: Trainee, pictures: Pairs, trained: Sequence[str], settings: FinetuneSettings
) -> Probe:
    words, rules = other_words(trained), trainee_rules(trainee)
    tokenizer = Tokenizer(load_vocabulary(find_vocabulary()))
    rows = torch.tensor(tokenizer.rows([*words, *rules.distractors], settings.context_length))
    texts = text_rows(accelerator, trainee, rows, settings.valid_batch_size)
    images = picture_rows(accelerator, trainee, pictures, settings)
    kept = {} if settings.keep_data is None else _measure(trainee, settings.keep_data, accelerator, settings)
    count = len(words)
    return Probe(words, _yes(images, texts[:count], texts[count:], rules), texts[:count], kept)


def compare(before: Probe, after: Probe) -> dict[str, Any]:
    """The report: shares of yes-or-no decisions that changed, how far texts moved, and accuracies before and after."""
    return {
        "words": len(before.words),
        "pictures": len(before.yes),
        "decisions_changed": float((before.yes != after.yes).float().mean()),
        "decisions_now_yes": float((~before.yes & after.yes).float().mean()),
        "decisions_now_no": float((before.yes & ~after.yes).float().mean()),
        "text_cosine": float((before.texts * after.texts).sum(dim=1).mean()),
        "text_neighbours_kept": _neighbours_kept(before.texts, after.texts),
        **({"kept_before": before.kept, "kept_after": after.kept} if before.kept else {}),
    }


def save_probe(path: Path, found: Probe) -> None:
    torch.save({"words": list(found.words), "yes": found.yes, "texts": found.texts, "kept": found.kept}, path)


def load_probe(path: Path) -> Probe:
    content = torch.load(path, weights_only=True)
    return Probe(tuple(content["words"]), content["yes"], content["texts"], content["kept"])


def _yes(images: Tensor, words: Tensor, distractors: Tensor, rules: Rules) -> Tensor:
    """[pictures, words] of bool, by the rule of the extension; a word that the model does not know is never a yes."""
    logits = rules.logit_scale * images @ words.T
    others = torch.logsumexp(rules.logit_scale * images @ distractors.T, dim=1, keepdim=True)
    yes = torch.sigmoid(logits - others) >= rules.threshold
    if rules.unknown_cosine is not None:
        yes &= ((words @ distractors.T).amax(dim=1) < rules.unknown_cosine)[None, :]
    return yes


def _neighbours_kept(before: Tensor, after: Tensor) -> float:
    if len(before) <= _NEIGHBOURS:
        return 1.0
    shares = []
    for old, new in zip(_neighbours(before), _neighbours(after), strict=True):
        shares.append(len(set(old) & set(new)) / _NEIGHBOURS)
    return sum(shares) / len(shares)


def _neighbours(texts: Tensor) -> list[list[int]]:
    cosines = texts @ texts.T
    cosines.fill_diagonal_(-2)
    found: list[list[int]] = cosines.topk(_NEIGHBOURS, dim=1).indices.tolist()
    return found


def _measure(trainee: Trainee, data: Path, accelerator: Accelerator, settings: FinetuneSettings) -> dict[str, Any]:
    if not accelerator.is_main_process:
        return {}
    encoder = trainee_encoder(trainee, accelerator.device, settings.context_length)
    found = evaluate(encoder, data, EvaluateSettings())
    kinds = ("tileAccuracy", "gridAccuracy", "gridAccuracyWithCount")
    figures = {kind: found[kind] for kind in kinds if kind in found}
    figures |= {f"{way} r1": recall["r1"] for way, recall in found.get("recall", {}).items()}
    if "zero_shot" in found:
        figures |= {name: found["zero_shot"][name] for name in ("top1", "top5")}
    return figures
