"""Chinese-CLIP checkpoints -> ONNX files under Chinese-CLIP's names, with model.json and proven equality."""
