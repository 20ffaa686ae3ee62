"""Chinese-CLIP datasets: TSV, JSONL and LMDB, made from labelled pictures and checked."""
