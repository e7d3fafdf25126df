"""The rules of the EPUB, named by the fault that each finds."""
