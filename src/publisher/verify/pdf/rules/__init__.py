"""The rules of the PDF, named by the fault that each finds."""
