"""A bench: where the tasks of one book are done, in whatever process it stands.

This module is imported in the joiner's process too: the engine is imported where a unit is laid out, not here.
"""

from pathlib import Path
from typing import Any

from publisher.press.cache import Store
from publisher.press.finishing import dump_piece, finish
from publisher.press.job import Job
from publisher.press.pack import dump_docket, dump_sheaf, load_sheaf
from publisher.press.tasks import Finish, Layout, Task


class Bench:
    """Does the tasks of a job; what is made goes into the store."""

    def __init__(self, job: Job, folder: Path) -> None:
        self.job = job
        self.store = Store(folder)
        self._shop: Any = None
        self._faces = {face.sha256 for face in job.faces}

    def do(self, task: Task) -> bytes:
        """Do a task; a laid-out unit's docket is returned, everything else goes into the store."""
        return self._lay_out(task) if isinstance(task, Layout) else self._finish(task)

    def _lay_out(self, task: Layout) -> bytes:
        import publisher.composer  # noqa: F401 - loads the engine its own way
        from publisher.press.shop import Shop, swept

        if self._shop is None:
            self._shop = Shop(self.job)
        with swept():
            return self._packed(task)

    def _packed(self, task: Layout) -> bytes:
        from publisher.press.packing import pack_unit

        packed = pack_unit(self._shop, task.unit, task.facts, task.key)
        for name, data in packed.blobs.items():
            if not self.store.has("blob", name):
                self.store.put("blob", name, data)
        for name, data in packed.fonts.items():
            if name not in self._faces and not self.store.has("font", name):
                self.store.put("font", name, data)
        self.store.put("sheaf", task.key, dump_sheaf(packed.sheaf))
        docket = dump_docket(packed.docket)
        self.store.put("docket", task.key, docket)
        return docket

    def _finish(self, task: Finish) -> bytes:
        sheaf = self.store.get("sheaf", task.docket.key)
        if sheaf is None:
            self._lay_out(task.layout)
            sheaf = self.store.get("sheaf", task.docket.key)
        if sheaf is None:
            raise LookupError("the cache does not keep what is put into it")
        self.store.put("piece", task.key, dump_piece(finish(task.docket, load_sheaf(sheaf), task.numbers)))
        return b""


def done_with(bench: Bench, task: Task) -> tuple[bool, bytes | str]:
    """Do a task; return whether it was done, and its result or what went wrong."""
    try:
        return True, bench.do(task)
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is reported with its unit
        return False, f"{type(fault).__name__}: {fault}"
