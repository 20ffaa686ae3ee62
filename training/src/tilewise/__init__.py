"""Training side of Tilewise: builds, measures and exports the models that the extension uses."""

__version__ = "1.0.0"
