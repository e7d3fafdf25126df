"""Runs the path for the editions asked for. The only writer of files, each whole or not at all."""

from publisher.build.outlining import outline, write_marked
from publisher.build.path import Prepared, prepare
from publisher.build.run import Built, build, check
from publisher.build.shelf import Shelved, build_shelf

__all__ = ["Built", "Prepared", "Shelved", "build", "build_shelf", "check", "outline", "prepare", "write_marked"]
