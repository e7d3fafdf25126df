"""Sets the project up: virtual environment, locked dependencies, the package itself, Pango.

`make` runs it with the system's Python when the stamp file is older than the lock; a second run finds nothing to do.

    python scripts/set_up.py VENV LOCK
"""

import os
import shutil
import subprocess
import sys
from importlib import util
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from publisher.bidi import MINIMUM_PANGO, pango_version  # noqa: E402
from publisher.project.tools import remedy, system, tools  # noqa: E402


def main(venv: Path, lock: Path) -> int:
    """Set everything up; return the exit code."""
    say(f"تُجهَّز البيئة في {venv} مرّةً واحدة", f"setting up {venv}, once")
    if not make_venv(venv):
        return 2
    python = venv / ("Scripts" if os.name == "nt" else "bin") / "python"
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "-q"]
    run(*pip, "install", "--require-hashes", "-r", str(lock))
    run(*pip, "install", "--no-deps", "--no-build-isolation", "--no-index", "-e", str(ROOT))
    return 0 if has_pango(python) else 2


def make_venv(venv: Path) -> bool:
    """Make the virtual environment, or say what is missing for it."""
    if (venv / "pyvenv.cfg").is_file():
        return True
    if util.find_spec("ensurepip") is None:
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        if not apt_get(package):
            say("وحدة venv ناقصة؛ ثبّتها بهذا الأمر:", "Python's venv module is missing; install it with:")
            print(f"  sudo apt-get install {package}", file=sys.stderr)
            return False
    run(sys.executable, "-m", "venv", str(venv))
    return True


def has_pango(python: Path) -> bool:
    """Say whether Pango is here and new enough; install it where that can be done without asking."""
    if loads_pango(python):
        return True
    tool = tools()["pango"]
    packages = [word for word in tool.commands["debian"].split() if word.startswith("lib")]
    if apt_get(*packages) and loads_pango(python):
        return True
    found = pango_version()
    least = ".".join(map(str, MINIMUM_PANGO[:2]))
    here = ".".join(map(str, found)) if found else "–"
    say(
        f"مكتبة Pango {least} مطلوبة (الموجود: {here})؛ ثبّتها ثم أعد الأمر:",
        f"Pango {least} is needed (here: {here}); install it, then run this again:",
    )
    for name, command in remedy(tool, None):
        print(f"  {name}: {command}", file=sys.stderr)
    return False


def loads_pango(python: Path) -> bool:
    """Return whether a new process finds Pango and all that WeasyPrint loads with it."""
    code = "import sys, weasyprint; from publisher.bidi import *; sys.exit((pango_version() or (0,)) < MINIMUM_PANGO)"
    return subprocess.run([str(python), "-c", code], capture_output=True, check=False).returncode == 0


def apt_get(*packages: str) -> bool:
    """Install Debian packages where that needs no asking; return whether it was done."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if system() != "debian" or not is_root or shutil.which("apt-get") is None:
        return False
    say(f"تُثبَّت حزم النظام: {' '.join(packages)}", f"installing {' '.join(packages)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    if subprocess.run(install, env=quiet, stdout=subprocess.DEVNULL, check=False).returncode == 0:
        return True
    subprocess.run(["apt-get", "update", "-qq"], env=quiet, stdout=subprocess.DEVNULL, check=False)
    return subprocess.run(install, env=quiet, stdout=subprocess.DEVNULL, check=False).returncode == 0


def run(*command: str) -> None:
    """Run a step, its words to stderr; end with code 2 where it fails."""
    done = subprocess.run(command, stdout=sys.stderr, check=False)
    if done.returncode:
        say(f"تعذّرت خطوة التجهيز: {' '.join(command)}", f"set-up failed at: {' '.join(command)}")
        raise SystemExit(2)


def say(arabic: str, english: str) -> None:
    """Print one line in each language."""
    print(arabic, english, sep="\n", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
