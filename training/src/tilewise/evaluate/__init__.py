"""Measures a model: classes, retrieval as Chinese-CLIP counts it, and picture questions."""
