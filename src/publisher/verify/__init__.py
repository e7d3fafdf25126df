"""Any made EPUB or PDF, ours or another tool's, read back and judged: `verify`.

Our own rules stand one a file in `epub/rules` and `pdf/rules`; other people's checkers are asked in `outside`.
"""

from publisher.verify.verifying import verify

__all__ = ["verify"]
