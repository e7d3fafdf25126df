"""The rules of the lint: each file one rule, named by the fault."""
