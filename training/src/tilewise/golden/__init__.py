"""Golden files: what Python computes, for the TypeScript engine to equal (`tilewise golden OUT`)."""
