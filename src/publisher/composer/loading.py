"""Loads WeasyPrint without asking a compiler where the libraries lie.

WeasyPrint tries several names for each library, those of other systems first, and for each that fails cffi runs gcc, ld
and ldconfig to look for it: half of the time that the import takes. Where none of the names can be opened, they are asked.
"""

import contextlib
import ctypes.util
import io


def _nowhere(name: str) -> str | None:  # noqa: ARG001 - as the function that it stands for
    return None


def load() -> None:
    """Import WeasyPrint. Raises OSError, as it does, where a library is missing."""
    search = ctypes.util.find_library
    ctypes.util.find_library = _nowhere
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(OSError):
            import weasyprint
    finally:
        ctypes.util.find_library = search
    import weasyprint  # noqa: F401 - for whoever needs the search
