"""The backbone's weights, read back from an exported image graph: the tower shipped is the one trained further."""

from __future__ import annotations

import math

import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn

from tilewise.faults import Fault, InputError

_CLASSIFIER = "_fc"


def read_backbone(graph: onnx.ModelProto, where: str) -> tuple[Tensor, ...]:
    """Weight and bias of each convolution in the order of the graph, the batch norms in them, then the classifier's.

    `where` names the file in errors.
    """
    kept = {tensor.name.removesuffix(".half"): tensor for tensor in graph.graph.initializer}
    names = [name for node in graph.graph.node if node.op_type == "Conv" for name in node.input[1:3]]
    for part in ("weight", "bias"):
        names += [name for name in kept if name.endswith(f"{_CLASSIFIER}.{part}")]
    lost = [name for name in names if name not in kept]
    if lost or len(names) < 4 or len(names) % 2:
        raise InputError(Fault(where, "an image graph with weights of convolutions and of a classifier", str(lost)))
    return tuple(torch.tensor(numpy_helper.to_array(kept[name])).float() for name in names)


@torch.no_grad()
def fill_backbone(backbone: nn.Module, weights: tuple[Tensor, ...], where: str) -> None:
    """Each batch norm adds its bias only: the rest of it is in the convolution before. Raises InputError."""
    modules = list(backbone.modules())
    convolutions = [module for module in modules if isinstance(module, nn.Conv2d)]
    norms = [module for module in modules if isinstance(module, nn.BatchNorm2d)]
    classifier = next(module for module in modules if isinstance(module, nn.Linear))
    places = [place for pair in zip(convolutions, norms, strict=True) for place in (pair[0].weight, pair[1].bias)]
    places += [classifier.weight, classifier.bias]
    if [place.shape for place in places] != [weight.shape for weight in weights]:
        found = f"{len(weights)} weights of other shapes"
        raise InputError(Fault(where, f"the {len(places)} weights of the backbone that it was made with", found))
    for place, weight in zip(places, weights, strict=True):
        place.copy_(weight)
    for norm in norms:
        norm.running_mean = torch.zeros_like(norm.bias)
        norm.running_var = torch.ones_like(norm.bias)
        norm.weight.fill_(math.sqrt(1 + norm.eps))
