"""publisher: the Arabic-first publishing toolchain.

A manuscript is read into a Book; the Book is prepared by pure steps; each edition turns the prepared Book into bytes;
only `build` writes them. The floors are listed in pyproject.toml and held by import-linter.
"""

__version__ = "0.1.0"
