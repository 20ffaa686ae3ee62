"""The image tower: class probabilities of EfficientNet-Lite as an embedding that a cosine can read."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from tilewise.lite.taxonomy import CLASS_COUNT, Nodes
from tilewise.preprocess import MEAN, STD

LOGIT_SCALE = 100.0
# The length R of every image embedding. A cosine does not see it; 10 keeps the numbers of one order with CN-CLIP's.
LENGTH = 10.0
# EfficientNet-Lite was trained on (x - 127) / 128 of 0..255.
_OWN_MEAN, _OWN_STD = 127 / 255, 128 / 255
# Probabilities nearer to 0 or 1 than this are rounding.
_SMALLEST = 1e-9


@dataclass(frozen=True)
class Reading:
    """How a node's probability becomes a tile's log-odds; a search on one half of 200 photographs gives these.

    temperature:  of the softmax over the classes.
    prior_weight: how much of the node's prior log-odds (its share of the 1000 classes) is taken off, since a large
                  group gathers crumbs of probability from every picture. 1 would be the full likelihood ratio.
    threshold:    the evidence at which a tile is as likely right as wrong.
    floor, ceiling: evidence beyond this distance from the threshold is cut; it keeps the embedding sparse and short.
    """

    temperature: float = 0.7
    prior_weight: float = 0.75
    threshold: float = 0.25
    floor: float = 5.0
    ceiling: float = 8.0


class ImageFeatures(nn.Module):
    """Pixels [B, 3, 224, 224] -> `unnorm_image_features` [B, nodes + 2].

    Dimensions: one a node, then the constant that every unknown text points at, then padding that gives all
    embeddings one length R. With one-hot texts, 100 * (cos(word) - cos(unknown)) is then
    100 / R * (node - constant), the tile's log-odds.
    """

    offset: Tensor
    groups: Tensor
    scale: Tensor
    shift: Tensor

    def __init__(self, backbone: nn.Module, nodes: Nodes, reading: Reading) -> None:
        super().__init__()
        self.backbone = backbone
        self.reading = reading
        shares = torch.tensor([len(classes) / CLASS_COUNT for classes in nodes.sets])
        self.register_buffer("offset", -reading.prior_weight * torch.logit(shares) - reading.threshold)
        self.register_buffer("groups", group_matrix(nodes))
        self.register_buffer("scale", (torch.tensor(STD) / _OWN_STD).view(1, 3, 1, 1))
        self.register_buffer("shift", ((torch.tensor(MEAN) - _OWN_MEAN) / _OWN_STD).view(1, 3, 1, 1))

    def forward(self, image: Tensor) -> Tensor:
        logits = self.backbone(image * self.scale + self.shift)
        classes = (logits / self.reading.temperature).softmax(-1)
        return self.embed(torch.cat([classes, classes @ self.groups], dim=1))

    def embed(self, chances: Tensor) -> Tensor:
        """Node probabilities [B, nodes] -> embedding [B, nodes + 2] of length R."""
        return self.place(self.evidence(chances))

    def evidence(self, chances: Tensor) -> Tensor:
        """Node probabilities -> log-odds of a yes for each node, not yet cut."""
        odds = torch.log(chances.clamp(min=_SMALLEST)) - torch.log((1 - chances).clamp(min=_SMALLEST))
        return odds + self.offset

    def place(self, evidence: Tensor, added: Tensor | None = None) -> Tensor:
        """Log-odds of nodes, and of words added to them [B, added] -> embedding [B, nodes + 2 + added] of length R."""
        present = self._length(evidence)
        unit = LENGTH / LOGIT_SCALE
        constant = torch.full_like(present[:, :1], self.reading.floor * unit)
        used = (present * present).sum(1, keepdim=True) + constant * constant
        if added is None:
            return torch.cat([present, constant, self._padding(used)], dim=1)
        more = self._length(added)
        used = used + (more * more).sum(1, keepdim=True)
        return torch.cat([present, constant, self._padding(used), more], dim=1)

    def _length(self, evidence: Tensor) -> Tensor:
        floor, ceiling = self.reading.floor, self.reading.ceiling
        return (evidence.clamp(-floor, ceiling) + floor) * (LENGTH / LOGIT_SCALE)

    def _padding(self, used: Tensor) -> Tensor:
        return (LENGTH**2 - used).clamp(min=0.0).sqrt()


def group_matrix(nodes: Nodes) -> Tensor:
    """[1000, nodes - 1000]: 1 where a class belongs to a node; the first 1000 nodes are the classes themselves."""
    matrix = torch.zeros(CLASS_COUNT, len(nodes) - CLASS_COUNT)
    for column, classes in enumerate(nodes.sets[CLASS_COUNT:]):
        matrix[sorted(classes), column] = 1
    return matrix
