"""Golden files: what Python computes, for the TypeScript engine to equal. Run `python -m tilewise.golden OUT`."""
