"""Keys of the cache: digests of everything that an entry depends on."""

import re
from hashlib import sha256
from typing import Any, Final
from urllib.parse import unquote

from publisher.press.engine import fingerprint
from publisher.press.facts import Facts
from publisher.press.finishing import Numbers
from publisher.press.job import Job, Unit

_ASSET: Final = re.compile(r"""asset:([^"')\s>]+)""")


class Keys:
    """Makes the keys of one job; what all units share is digested once."""

    def __init__(self, job: Job) -> None:
        self.job = job
        faces = [(face.family, face.weight, face.sha256) for face in job.faces]
        shared = sha256(fingerprint())
        shared.update(repr((faces, job.language, job.direction, job.numerals, job.kashida, job.is_for_press)).encode())
        shared.update(job.sheet.encode())
        self._assets = {name: sha256(data).digest() for name, data in job.assets.items()}
        self._add_assets(shared, job.sheet)
        self._shared = shared.digest()
        self._units = {unit.id: self._unit(unit) for unit in job.units}

    def _add_assets(self, digest: Any, text: str) -> None:
        for name in sorted(set(_ASSET.findall(text))):
            digest.update(name.encode() + self._assets.get(unquote(name), b""))

    def _unit(self, unit: Unit) -> bytes:
        digest = sha256(self._shared)
        digest.update(repr((unit.id, sorted(unit.heads.items()))).encode())
        digest.update(unit.body.encode())
        self._add_assets(digest, unit.body)
        return digest.digest()

    def pack(self, unit: Unit, facts: Facts) -> str:
        """Return the key of a unit laid out with some facts."""
        return sha256(self._units[unit.id] + repr(tuple(facts)).encode()).hexdigest()

    def piece(self, pack: str, numbers: Numbers) -> str:
        """Return the key of a finished unit."""
        return sha256(fingerprint() + f"{pack} {tuple(numbers)!r}".encode()).hexdigest()

    def book(self) -> str:
        """Return the key of the whole job."""
        job = self.job
        digest = sha256(self._shared)
        for unit in job.units:
            digest.update(self._units[unit.id] + repr((unit.opens, unit.series)).encode())
        marks = [(mark.label, mark.target, mark.level) for mark in job.outline]
        said = (job.title, job.authors, job.subject, job.keywords, job.date, job.variant, job.condition)
        digest.update(repr((marks, said)).encode() + sha256(job.profile).digest())
        return digest.hexdigest()
