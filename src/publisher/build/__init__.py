"""Runs the path for the editions asked for. The only writer of files, each whole or not at all."""

from publisher.build.outlining import outline, write_marked
from publisher.build.path import Prepared, prepare
from publisher.build.run import Built, build, check

__all__ = ["Built", "Prepared", "build", "check", "outline", "prepare", "write_marked"]
