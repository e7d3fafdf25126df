"""The apparatus of a book: contents, lists of figures and tables, the order of an index. Data, never pages."""

from publisher.apparatus.collation import Order, letter_head, sort_key
from publisher.apparatus.navigation import Entry, navigation
from publisher.apparatus.objects import Listed, list_figures, list_tables

__all__ = ["Entry", "Listed", "Order", "letter_head", "list_figures", "list_tables", "navigation", "sort_key"]
