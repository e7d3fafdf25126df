"""The one door by which WeasyPrint gets a resource: pictures of the book and faces of the job, nothing else."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from weasyprint.urls import URLFetcher, URLFetcherResponse

ASSET = "asset:"
FACE = "face:"


class RefusedError(ValueError):
    """A resource that is neither a picture of the book nor one of its faces."""


class JobFetcher(URLFetcher):
    """Serves `asset:PATH` from the job's pictures and `face:SHA256` from its faces. No file, no network."""

    def __init__(self, assets: Mapping[str, bytes], faces: Mapping[str, str]) -> None:
        super().__init__(allowed_protocols=())
        self._assets = assets
        self._faces = faces

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:  # noqa: ARG002 - WeasyPrint's signature
        """Return the resource, or raise what makes WeasyPrint go without it and say so."""
        if url.startswith(ASSET):
            name = unquote(url.removeprefix(ASSET))
            if name in self._assets:
                return URLFetcherResponse(url, self._assets[name])
        elif url.startswith(FACE) and url.removeprefix(FACE) in self._faces:
            return URLFetcherResponse(url, Path(self._faces[url.removeprefix(FACE)]).read_bytes())
        raise RefusedError(url)
