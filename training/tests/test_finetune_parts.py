"""Loss, plan, schedule and settings of fine-tuning, each against an obvious slow version."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from accelerate import Accelerator
from make_pictures import paint
from tiny_clip import TINY_RESNET, TINY_VIT, tiny_model
from torch import Tensor, nn

from tilewise.checkpoint.architecture import Architecture
from tilewise.checkpoint.load import LoadedModel
from tilewise.faults import InputError
from tilewise.finetune.augment import augment
from tilewise.finetune.batches import Plan
from tilewise.finetune.loss import batch_accuracy, contrastive_loss, decision_loss, positives
from tilewise.finetune.optimize import layer_shares, learning_rate, make_optimizer
from tilewise.finetune.pairs import Batch
from tilewise.finetune.settings import FinetuneSettings
from tilewise.finetune.settings_file import read_settings_file
from tilewise.finetune.trainee import clip_trainee, freeze
from tilewise.finetune.update import Rule, compute_gradients

OWN = torch.tensor([0, 1, 0, 2])
# The second picture has two texts, of which the other pairs have one.
TEXTS_OF = torch.tensor([[0, -1], [1, 2], [0, -1], [2, -1]])


def slow_loss(logits: Tensor, match: Tensor) -> float:
    total = 0.0
    for matrix, right in ((logits, match), (logits.T, match.T)):
        for row, flags in zip(matrix, right, strict=True):
            chances = row.exp() / row.exp().sum()
            total -= float(chances[flags].log().mean()) / len(logits) / 2
    return total


def test_a_text_is_right_for_every_picture_that_has_it() -> None:
    expected = [[1, 0, 1, 0], [0, 1, 0, 1], [1, 0, 1, 0], [0, 0, 0, 1]]
    assert positives(OWN, TEXTS_OF).int().tolist() == expected


def test_label_aware_loss_shares_the_target_among_equal_labels() -> None:
    logits = torch.randn(4, 4, generator=torch.Generator().manual_seed(1)) * 3
    match = positives(OWN, TEXTS_OF)
    assert float(contrastive_loss(logits, match)) == pytest.approx(slow_loss(logits, match), abs=1e-5)
    plain = slow_loss(logits, torch.eye(4, dtype=torch.bool))
    assert float(contrastive_loss(logits, None)) == pytest.approx(plain, abs=1e-5)
    different = positives(torch.arange(4), torch.arange(4)[:, None])
    assert float(contrastive_loss(logits, different)) == pytest.approx(plain, abs=1e-5)


def test_the_plain_loss_pushes_equal_labels_apart_and_the_label_aware_does_not() -> None:
    logits = torch.zeros(2, 2, requires_grad=True)
    match = torch.ones(2, 2, dtype=torch.bool)
    (plain,) = torch.autograd.grad(contrastive_loss(logits, None), logits)
    (aware,) = torch.autograd.grad(contrastive_loss(logits, match), logits)
    assert plain[0, 1] > 0.1
    assert aware.abs().max() < 1e-6


def test_the_decision_loss_weighs_few_right_tiles_as_much_as_many_wrong_ones() -> None:
    margins = torch.tensor([[2.0, -1.0, -1.0], [-1.0, -1.0, -1.0]])
    match = torch.tensor([[True, False, False], [False, False, False]])
    right, wrong = np.log1p(np.exp(-2.0)), np.log1p(np.exp(-1.0))
    assert float(decision_loss(margins, match)) == pytest.approx((right + wrong) / 2, abs=1e-5)


def test_accuracy_within_a_batch_counts_equal_labels() -> None:
    logits = torch.tensor([[0.0, 0.0, 1.0, 0.0], [0, 0, 0, 1], [1, 0, 0, 0], [1, 0, 0, 0]])
    assert batch_accuracy(logits, positives(OWN, TEXTS_OF)) == (0.75, 0.75)
    assert batch_accuracy(logits, None) == (0.0, 0.0)


@pytest.mark.parametrize(("pairs", "batch", "window", "processes"), [(23, 4, 1, 1), (23, 2, 2, 2), (3, 4, 1, 2)])
def test_an_epoch_shows_every_pair_and_its_processes_share_it(
    pairs: int, batch: int, window: int, processes: int
) -> None:
    plan = Plan(pairs, batch, window, processes, seed=5)
    shown = [draw for process in range(processes) for rows in plan.batches(0, process) for draw in rows]
    assert {draw.pair for draw in shown} == set(range(pairs))
    assert sorted(draw.place for draw in shown) == list(range(plan.steps * batch * window * processes))
    assert plan.order(0) != plan.order(1)
    whole = list(plan.batches(1, processes - 1))
    assert list(plan.batches(1, processes - 1, plan.steps - 1)) == whole[(plan.steps - 1) * window :]


def test_two_processes_see_in_a_step_what_one_sees_with_twice_the_batch() -> None:
    one, two = Plan(32, 8, 1, 1, 3), Plan(32, 4, 1, 2, 3)
    for step, whole in enumerate(one.batches(2, 0)):
        parts = [list(two.batches(2, process))[step] for process in range(2)]
        assert [draw.pair for part in parts for draw in part] == [draw.pair for draw in whole]


def test_augmentation_follows_its_generator_alone() -> None:
    picture = paint(1)
    same = [augment(picture, np.random.default_rng((1, 2, 3))).tobytes() for _ in range(2)]
    assert same[0] == same[1]
    assert len({augment(picture, np.random.default_rng(seed)).tobytes() for seed in range(20)}) == 20


def quiet_model(arch: Architecture) -> Any:
    """Without dropout, so that a batch in parts and the batch as a whole are the same sums."""
    model = tiny_model(arch)
    for module in model.modules():
        if isinstance(module, nn.Dropout):
            module.p = 0.0
    return model


def gradients(window: list[Batch], rule: Rule) -> tuple[float, dict[str, Tensor]]:
    model = quiet_model(TINY_VIT).train()
    loss = compute_gradients(Accelerator(cpu=True), model, window, rule).loss
    return loss, {name: value.grad for name, value in model.named_parameters() if value.grad is not None}


@pytest.mark.parametrize("decision", [0.0, 1.0])
def test_batches_of_a_window_are_compared_as_one_batch(decision: float) -> None:
    torch.manual_seed(2)
    images, texts = torch.randn(6, 3, 32, 32), torch.randint(1, 500, (6, 8))
    own = torch.tensor([0, 1, 0, 2, 2, 3])
    whole = Batch(images, texts, own, own[:, None])
    parts = [Batch(*(value[start : start + 2] for value in vars(whole).values())) for start in (0, 2, 4)]
    rule = Rule(True, decision, torch.randint(1, 500, (1, 8)) if decision else None)
    expected, found = gradients([whole], rule), gradients(parts, rule)
    assert found[0] == pytest.approx(expected[0], rel=1e-5)
    assert found[1].keys() == expected[1].keys()
    for name, value in expected[1].items():
        assert torch.allclose(found[1][name], value, atol=1e-4, rtol=1e-3), name


def test_a_window_moves_batch_norms_once_a_batch() -> None:
    def moved(parts: int) -> Tensor:
        model = quiet_model(TINY_RESNET).train()
        torch.manual_seed(3)
        images, texts, own = torch.randn(4, 3, 32, 32), torch.randint(1, 500, (4, 8)), torch.arange(4)
        batch = Batch(images, texts, own, own[:, None])
        if parts == 1:
            model(images, texts)
        else:
            compute_gradients(Accelerator(cpu=True), model, [batch, batch], Rule(True, 0.0, None))
        return torch.as_tensor(model.visual.bn1.num_batches_tracked), model.visual.bn1.running_mean.clone()  # type: ignore[return-value]

    once, twice = moved(1), moved(2)
    start = tiny_model(TINY_RESNET).visual.bn1.running_mean  # type: ignore[union-attr]
    seen = (once[1] - 0.9 * start) / 0.1  # type: ignore[operator]
    assert torch.allclose(twice[1], 0.81 * start + 0.19 * seen, atol=1e-4)  # type: ignore[operator]


def test_learning_rate_warms_up_and_falls_as_in_chinese_clip() -> None:
    from cn_clip_here import make_importable

    make_importable()
    from cn_clip.training.scheduler import cosine_lr

    settings = FinetuneSettings(train_data=Path("a"), lr=0.01, warmup=5)
    optimizer = torch.optim.SGD([nn.Parameter(torch.zeros(1))], lr=1)
    theirs = cosine_lr(optimizer, 0.01, 5, 40)
    assert [learning_rate(step, 40, settings) for step in range(40)] == pytest.approx([theirs(s) for s in range(40)])


def test_layers_further_down_learn_less() -> None:
    names = [name for name, _ in tiny_model(TINY_VIT).named_parameters()]
    shares = layer_shares(names, 0.5)
    assert shares["visual.proj"] == shares["text_projection"] == shares["logit_scale"] == 1
    assert shares["visual.transformer.resblocks.1.ln_1.weight"] == 0.5
    assert shares["visual.transformer.resblocks.0.ln_1.weight"] == 0.25
    assert shares["visual.conv1.weight"] == shares["bert.embeddings.word_embeddings.weight"] == 0.125
    resnet = layer_shares([name for name, _ in tiny_model(TINY_RESNET).named_parameters()], 0.5)
    assert (resnet["visual.layer4.0.conv1.weight"], resnet["visual.layer1.0.conv1.weight"]) == (0.5, 0.0625)
    assert resnet["visual.attnpool.c_proj.weight"] == 1


@pytest.mark.parametrize(
    ("changes", "trained"),
    [
        ({"head_only": True}, {"visual.proj", "text_projection", "logit_scale"}),
        ({"freeze_vision": True}, {"bert", "text_projection", "logit_scale"}),
    ],
)
def test_what_is_to_stay_gets_no_gradient(changes: dict[str, Any], trained: set[str]) -> None:
    settings = FinetuneSettings(train_data=Path("a"), **changes)
    trainee = clip_trainee(LoadedModel(tiny_model(), TINY_VIT), settings)
    freeze(trainee)
    names = {name for name, value in trainee.model.named_parameters() if value.requires_grad}
    assert {name.partition(".")[0] if name.startswith("bert") else name for name in names} == trained
    trainee.wake()
    assert not trainee.model.visual.training  # type: ignore[union-attr]
    assert len([value for group in make_optimizer(trainee, settings).param_groups for value in group["params"]]) == len(
        names
    )


def test_a_rate_that_is_not_given_is_the_models() -> None:
    rates = [FinetuneSettings(train_data=Path("a"), vision_model=name).highest_lr for name in ("RN50", "cn-clip-lite")]
    assert rates == [5e-5, 3e-3]


def test_settings_from_a_file_and_what_is_wrong_with_them(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text('train-data = "set/lmdb/train"\nlr = 1\nmax_epochs = 3\nuse-augment = true\nloss = "clip"\n')
    found = read_settings_file(path)
    assert found == {
        "train_data": tmp_path / "set/lmdb/train", "lr": 1.0, "max_epochs": 3, "use_augment": True, "loss": "clip"
    }  # fmt: skip
    for text, expected in (
        ("learning-rate = 1", r"a\.toml: learning-rate: expected an option of tilewise finetune, found no such option"),
        ("max-epochs = 1.5", r"a\.toml: max-epochs: expected a whole number, found 1\.5"),
        ("max-epochs = true", r"expected a whole number, found True"),
        ("name = 1", r"expected a string, found 1"),
        ("a = ", r"a\.toml: expected TOML, found Invalid value"),
    ):
        path.write_text(text)
        with pytest.raises(InputError, match=expected):
            read_settings_file(path)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"batch_size": 0}, "--batch-size: expected at least 1, found 0"),
        ({"lr": 5.0}, "--lr: expected a learning rate between 0 and 1, found 5.0"),
        ({"vision_model": "ViT-X"}, "--vision-model: expected one of RN50, .*cn-clip-lite, found ViT-X"),
        ({"loss": "best"}, "--loss: expected one of label-aware, clip, found best"),
        ({"name": "a/b"}, "--name: expected the name of a folder, found 'a/b'"),
        ({"early_stop": 3}, "--early-stop: expected --val-data to judge by, found none"),
        ({"layer_decay": 0.0}, "--layer-decay: expected a share above 0 and at most 1, found 0.0"),
    ],
)
def test_settings_that_can_not_be(changes: dict[str, Any], expected: str) -> None:
    with pytest.raises(ValueError, match=expected):
        FinetuneSettings(train_data=Path("a"), **changes)
