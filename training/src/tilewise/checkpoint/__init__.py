"""Chinese-CLIP checkpoints: recognised by their shapes, read without torchvision, saved so that cn_clip loads them."""
