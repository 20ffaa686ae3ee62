"""cn-clip-lite: the embedded default model, EfficientNet-Lite class probabilities behind the Chinese-CLIP contract."""
