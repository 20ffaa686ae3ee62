"""Official Chinese-CLIP weights from Hugging Face or ModelScope: resumed, hashed, whole or not at all."""
