"""How every scale of Chinese-CLIP sees a picture: Pillow's bicubic straight to the square, then mean and deviation."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PIL import Image

# Chinese-CLIP's, of red, green and blue in 0..1.
MEAN = (0.48145466, 0.4578275, 0.40821073)
STD = (0.26862954, 0.26130258, 0.27577711)


def normalised_pixels(
    picture: Image.Image, size: int, mean: Sequence[float] = MEAN, std: Sequence[float] = STD
) -> npt.NDArray[np.float32]:
    """[3, size, size]. RGB first: Chinese-CLIP resizes before it converts, which leaves a palette without bicubic."""
    squashed = picture.convert("RGB").resize((size, size), Image.Resampling.BICUBIC)
    values = np.asarray(squashed, np.float32) / 255
    normal = (values - np.array(mean, np.float32)) / np.array(std, np.float32)
    return np.ascontiguousarray(normal.transpose(2, 0, 1))
