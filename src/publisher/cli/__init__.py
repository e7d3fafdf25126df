"""The commands' words, arguments and exit codes: 0 done, 1 errors in the input or findings, 2 could not run."""

from publisher.cli.app import main

__all__ = ["main"]
