from __future__ import annotations

from pathlib import Path

import onnx
import pytest
import torch
from tiny_efficientnet import tiny_efficientnet
from tiny_lexicon import tiny_lexicon

from tilewise.faults import InputError
from tilewise.lite.graph_weights import fill_backbone, read_backbone
from tilewise.lite.image_tower import ImageFeatures, Reading
from tilewise.onnx_export import Port, export_onnx


@pytest.fixture(scope="module")
def image_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("graph") / "image.onnx"
    images = ImageFeatures(tiny_efficientnet(), tiny_lexicon().nodes, Reading())
    export_onnx(images, Port("image", "unnorm_image_features", torch.zeros(2, 3, 224, 224)), path)
    return path


def test_a_backbone_of_other_weights_becomes_that_of_the_graph(image_graph: Path) -> None:
    expected, backbone = tiny_efficientnet(), tiny_efficientnet()
    with torch.no_grad():
        for weight in backbone.parameters():
            weight.uniform_(-1, 1)
    fill_backbone(backbone, read_backbone(onnx.load(image_graph), "image.onnx"), "image.onnx")
    pixels = torch.randn(3, 3, 224, 224, generator=torch.Generator().manual_seed(1))
    with torch.no_grad():
        # Large weights are stored as halves.
        assert torch.allclose(backbone(pixels), expected(pixels), atol=0.02)


def test_another_net_is_refused(image_graph: Path) -> None:
    weights = read_backbone(onnx.load(image_graph), "image.onnx")
    with pytest.raises(InputError, match=r"image\.onnx: expected the \d+ weights of the backbone"):
        fill_backbone(tiny_efficientnet(), weights[2:], "image.onnx")
    graph = onnx.load(image_graph)
    del graph.graph.initializer[:]
    with pytest.raises(InputError, match="weights of convolutions"):
        read_backbone(graph, "image.onnx")
