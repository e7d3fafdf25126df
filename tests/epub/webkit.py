"""WebKitGTK, the kin of the engine in Apple Books: MiniBrowser in a virtual screen, driven by the W3C's WebDriver.

with webkit() as browser:
    browser.go("http://127.0.0.1:8000/")
    assert browser.run("return document.title") == "…"
"""

import base64
import json
import os
import select
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from tests.tools import tool

WIDTH, HEIGHT = 460, 760
"""Size of the window in pixels. The engine cannot take pictures of much larger ones without a screen."""
PATIENCE = 30.0
"""Seconds in which the driver, a page and a script must answer."""


class WebKit:
    """A session of the browser."""

    def __init__(self, address: str) -> None:
        self.address = address
        asked = {"capabilities": {"alwaysMatch": {"acceptInsecureCerts": False}}}
        self.session = f"/session/{self._ask('POST', '/session', asked)['sessionId']}"
        self._post("/timeouts", script=int(PATIENCE * 1000), pageLoad=int(PATIENCE * 1000))
        self._post("/window/rect", x=0, y=0, width=WIDTH, height=HEIGHT)

    def go(self, url: str) -> None:
        """Open a page, and wait until it is loaded."""
        self._post("/url", url=url)

    def run(self, script: str, *arguments: Any) -> Any:
        """Return what a script returns."""
        return self._post("/execute/sync", script=script, args=arguments)

    def wait(self, script: str, *arguments: Any) -> Any:
        """Return what a promise comes to: the script is the expression that makes it."""
        wrapped = f"const done = arguments[arguments.length - 1]; Promise.resolve({script}).then(done)"
        return self._post("/execute/async", script=wrapped, args=arguments)

    def until(self, condition: str) -> None:
        """Wait until an expression is true."""
        end = time.monotonic() + PATIENCE
        while not self.run(f"return Boolean({condition})"):
            if time.monotonic() > end:
                raise TimeoutError(condition)
            time.sleep(0.1)

    def picture(self) -> bytes:
        """Return the window as PNG."""
        return base64.b64decode(self._ask("GET", f"{self.session}/screenshot"))

    def close(self) -> None:
        """End the session, and the browser with it."""
        self._ask("DELETE", self.session)

    def _post(self, path: str, **body: Any) -> Any:
        return self._ask("POST", self.session + path, body)

    def _ask(self, method: str, path: str, body: Any = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.address + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE * 2) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as fault:
            raise RuntimeError(fault.read().decode()) from fault


@contextmanager
def webkit() -> Iterator[WebKit]:
    """Start the browser for a while; skip the test where it is missing, fail it on CI."""
    driver, screen = tool("WebKitWebDriver"), tool("Xvfb")
    with ExitStack() as stack:
        environment = {**os.environ, "DISPLAY": stack.enter_context(_screen(screen))}
        port = _free_port()
        stack.enter_context(_running([driver, f"--port={port}", "--host=127.0.0.1"], environment))
        _answering(port)
        browser = WebKit(f"http://127.0.0.1:{port}")
        stack.callback(browser.close)
        yield browser


@contextmanager
def _screen(xvfb: str) -> Iterator[str]:
    """Run a virtual screen; yield its name, which it chooses and tells by itself."""
    reading, writing = os.pipe()
    command = [xvfb, "-displayfd", str(writing), "-screen", "0", "800x1000x24", "-nolisten", "tcp"]
    with _running(command, dict(os.environ), pass_fds=(writing,)), os.fdopen(reading) as said:
        os.close(writing)
        if not select.select([said], [], [], PATIENCE)[0]:
            raise TimeoutError("Xvfb")
        yield f":{said.readline().strip()}"


@contextmanager
def _running(command: list[str], environment: dict[str, str], pass_fds: tuple[int, ...] = ()) -> Iterator[None]:
    process = subprocess.Popen(
        command, env=environment, pass_fds=pass_fds, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _answering(port: int) -> None:
    """Wait until a port answers."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
        else:
            return
