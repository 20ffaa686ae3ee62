"""The image tower: class probabilities of EfficientNet-Lite as an embedding that a cosine can read."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from tilewise.lite.taxonomy import CLASS_COUNT, Nodes

# Chinese-CLIP's normalisation: the graph takes pixels prepared for any CN-CLIP scale.
MEAN = (0.48145466, 0.4578275, 0.40821073)
STD = (0.26862954, 0.26130258, 0.27577711)
LOGIT_SCALE = 100.0
# The length R of every image embedding. A cosine does not see it; 10 keeps the numbers of one order with CN-CLIP's.
LENGTH = 10.0
# EfficientNet-Lite was trained on (x - 127) / 128 of 0..255.
_OWN_MEAN, _OWN_STD = 127 / 255, 128 / 255


@dataclass(frozen=True)
class Reading:
    """How a node's probability becomes a tile's probability.

    temperature: of the softmax over the classes.
    size_penalty: log-odds taken off for each unit of log(classes of the node), since large groups gather crumbs.
    threshold:   node probability at which a tile is as likely right as wrong.
    slope:       log-odds of the tile for each unit of log-odds of the node.
    floor:       log-odds below which a node counts as absent (keeps the embedding sparse).
    """

    temperature: float = 0.7
    size_penalty: float = 0.5
    threshold: float = 0.011
    slope: float = 1.0
    floor: float = -9.0
    ceiling: float = 7.0


class ImageFeatures(nn.Module):
    """Pixels [B, 3, 224, 224] -> `unnorm_image_features` [B, nodes + 2].

    Dimensions: one a node, then the constant that every unknown text points at, then padding that gives all
    embeddings one length R. With one-hot texts, 100 * (cos(word) - cos(unknown)) is then
    100 / R * (node - constant), the tile's log-odds.
    """

    def __init__(self, backbone: nn.Module, nodes: Nodes, reading: Reading) -> None:
        super().__init__()
        self.backbone = backbone
        self.reading = reading
        self.register_buffer("groups", group_matrix(nodes))
        sizes = torch.tensor([float(len(classes)) for classes in nodes.sets])
        self.register_buffer("penalty", reading.size_penalty * sizes.log())
        self.register_buffer("scale", (torch.tensor(STD) / _OWN_STD).view(1, 3, 1, 1))
        self.register_buffer("shift", ((torch.tensor(MEAN) - _OWN_MEAN) / _OWN_STD).view(1, 3, 1, 1))

    def forward(self, image: Tensor) -> Tensor:
        logits = self.backbone(image * self.scale + self.shift)
        classes = (logits / self.reading.temperature).softmax(-1)
        return self.embed(torch.cat([classes, classes @ self.groups], dim=1))

    def embed(self, chances: Tensor) -> Tensor:
        """Node probabilities [B, nodes] -> embedding [B, nodes + 2] of length R."""
        reading = self.reading
        odds = torch.log(chances.clamp(1e-12, 1.0)) - torch.log((1 - chances).clamp(1e-12, 1.0)) - self.penalty
        unit = LENGTH / LOGIT_SCALE * reading.slope
        present = (odds.clamp(reading.floor, reading.ceiling) - reading.floor) * unit
        constant = torch.full_like(present[:, :1], constant_dimension(reading) * unit)
        used = (present * present).sum(1, keepdim=True) + constant * constant
        padding = (LENGTH**2 - used).clamp(min=0.0).sqrt()
        return torch.cat([present, constant, padding], dim=1)


def group_matrix(nodes: Nodes) -> Tensor:
    """[1000, nodes - 1000]: 1 where a class belongs to a node; the first 1000 nodes are the classes themselves."""
    matrix = torch.zeros(CLASS_COUNT, len(nodes) - CLASS_COUNT)
    for column, classes in enumerate(nodes.sets[CLASS_COUNT:]):
        matrix[sorted(classes), column] = 1
    return matrix


def constant_dimension(reading: Reading) -> float:
    """The log-odds of the threshold, counted from the floor."""
    threshold = torch.tensor(reading.threshold, dtype=torch.float64)
    return float(torch.log(threshold / (1 - threshold)) - reading.floor)

