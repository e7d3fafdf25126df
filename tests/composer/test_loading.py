"""WeasyPrint is loaded without a compiler being run, and still found where only a search finds its libraries."""

import subprocess
import sys
import textwrap
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src"


def run_python(script: str) -> str:
    """Run a script in a fresh process; return what it prints."""
    return subprocess.run(
        (sys.executable, "-c", textwrap.dedent(script)),
        capture_output=True,
        check=True,
        text=True,
        env={"PYTHONPATH": str(SOURCE), "PATH": "/usr/bin:/bin"},
    ).stdout


def test_no_process_is_started_for_the_libraries() -> None:
    made = run_python(
        """
        import subprocess, ctypes.util
        subprocess.Popen = None
        search = ctypes.util.find_library
        import publisher.composer, weasyprint
        assert ctypes.util.find_library is search
        print(weasyprint.__version__)
        """
    )
    assert made.strip()


def test_libraries_that_only_a_search_finds_are_searched_for() -> None:
    made = run_python(
        """
        import ctypes.util
        from cffi import FFI
        asked = []
        search = ctypes.util.find_library
        ctypes.util.find_library = lambda name: asked.append(name) or search(name)
        opened = FFI.dlopen

        def dlopen(self, name, flags=0):
            if ctypes.util.find_library("nothing") is None and not asked:
                raise OSError(name)
            return opened(self, name, flags)

        FFI.dlopen = dlopen
        import publisher.composer, weasyprint
        print(weasyprint.__version__, bool(asked))
        """
    )
    assert made.split()[1] == "True"
    assert "WeasyPrint could not import" not in made
