"""Faces: found and verified by the manifest, their coverage, subsets, and the `@font-face` rules that name them."""
