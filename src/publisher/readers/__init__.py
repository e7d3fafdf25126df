"""The readers: source text in, nodes with spans out. A reader never meets an edition."""
