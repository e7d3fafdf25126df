"""Images come from the book's folder alone, are what they say they are, and drawings neither run nor fetch."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as Pictures

from publisher.book import Book, Chapter, Metadata
from publisher.diagnostic import Diagnostic
from publisher.manuscript import assets
from publisher.manuscript.assets import image_path, read_images
from publisher.nodes import Figure, Image, Paragraph
from publisher.source import Span

PLACE = Span("x.md", 0, 1, 7, 3)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


def _picture(kind: str = "png") -> bytes:
    out = BytesIO()
    Pictures.new("RGB", (3, 2), "red").save(out, kind)
    return out.getvalue()


def _book(path: str, folder: str = "") -> Book:
    blocks = (Figure(Image(path, "وصف", PLACE)), Paragraph((Image(path, "وصف", PLACE),)))
    return Book(Metadata("ك"), (Chapter("c01", None, blocks, folder=folder),))


def _read(root: Path, path: str, folder: str = "") -> tuple[dict[str, bytes], list[Diagnostic]]:
    images, found = read_images(_book(path, folder), root)
    return dict(images), list(found)


@pytest.mark.parametrize("kind", ["png", "jpeg", "gif", "webp"])
def test_pictures_are_known_by_what_they_hold(tmp_path: Path, kind: str) -> None:
    (tmp_path / "a.img").write_bytes(_picture(kind))
    images, found = _read(tmp_path, "a.img")
    assert list(images) == ["a.img"]
    assert not found


def test_a_path_starts_at_the_folder_of_its_file(tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "images/a.png").write_bytes(_picture())
    images, found = _read(tmp_path, "../images/a.png", "text")
    assert list(images) == ["images/a.png"] == [image_path("text", "../images/a.png")]
    assert not found


def test_the_cover_is_read_too(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(_picture())
    (tmp_path / "cover.jpg").write_bytes(_picture("jpeg"))
    images, _ = read_images(_book("a.png"), tmp_path, ["cover.jpg"])
    assert sorted(images) == ["a.png", "cover.jpg"]


def test_a_missing_image_is_told_once_in_its_place_with_a_near_name(tmp_path: Path) -> None:
    (tmp_path / "A.PNG").write_bytes(_picture())
    images, found = _read(tmp_path, "a.jpg")
    assert not images
    assert [d.code for d in found] == ["missing-image"]
    assert found[0].span == PLACE
    (tmp_path / "a.png").write_bytes(_picture())
    assert "a.png?" in _read(tmp_path, "a.jpg")[1][0].hint.en


@pytest.mark.parametrize(
    "path",
    [
        "/etc/hostname",
        "../out.png",
        "images/../../out.png",
        "link.png",
        "file:///etc/hostname",
        "C:\\out.png",
        "//host/a.png",
    ],
)
def test_an_image_outside_the_book_is_not_opened(tmp_path: Path, path: str) -> None:
    inside = tmp_path / "book"
    inside.mkdir()
    (tmp_path / "out.png").write_bytes(_picture())
    (inside / "link.png").symlink_to(tmp_path / "out.png")
    images, found = _read(inside, path)
    assert not images
    assert {d.code for d in found} == {"image-outside-book"}
    assert all(d.is_error and d.span == PLACE for d in found)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7", "image-kind"),
        (b"", "image-kind"),
        (b"<html><script>alert(1)</script></html>", "image-kind"),
        (_picture()[:40], "image-damaged"),
        (b"<svg><unclosed></svg>", "image-damaged"),
        (
            b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
            "image-damaged",
        ),
        (
            b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
            "image-damaged",
        ),
    ],
)
def test_what_is_no_image_is_refused(tmp_path: Path, data: bytes, code: str) -> None:
    (tmp_path / "a.png").write_bytes(data)
    images, found = _read(tmp_path, "a.png")
    assert not images
    assert {d.code for d in found} == {code}


@pytest.mark.parametrize(
    ("inside", "taken"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ('<g onclick="alert(1)"/>', "onclick"),
        ('<image href="http://host/a.png"/>', "href"),
        ('<image xlink:href="file:///etc/passwd"/>', "href"),
        ('<rect style="fill:url(http://host/x)"/>', "style"),
        ("<style>@import 'http://host/x.css';</style>", "<style>"),
        ("<style>a { background: \\75rl(//host/x) }</style>", "<style>"),
        ("<foreignObject><p>x</p></foreignObject>", "<foreignObject>"),
        ('<a href="javascript:alert(1)"><rect/></a>', "href"),
    ],
)
def test_a_drawing_is_made_safe_and_that_is_told(tmp_path: Path, inside: str, taken: str) -> None:
    (tmp_path / "a.svg").write_text(SVG.format(inside + '<rect id="kept" fill="url(#g)"/>'), encoding="utf-8")
    images, found = _read(tmp_path, "a.svg")
    (data,) = images.values()
    assert {d.code for d in found} == {"svg-cleaned"}
    assert taken in found[0].message.en
    assert b'id="kept" fill="url(#g)"' in data
    assert not any(word in data for word in (b"host", b"alert", b"passwd", b"foreignObject"))


def test_an_honest_drawing_is_kept_byte_for_byte(tmp_path: Path) -> None:
    text = SVG.format(
        '<defs><linearGradient id="g"/></defs><use xlink:href="#g"/><style>rect { fill: url(#g) }</style>'
    )
    (tmp_path / "a.svg").write_text(text, encoding="utf-8")
    images, found = _read(tmp_path, "a.svg")
    assert images == {"a.svg": text.encode()}
    assert not found


def test_limits_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.png").write_bytes(_picture())
    monkeypatch.setattr(assets, "IMAGE_PIXELS", 5)
    images, found = _read(tmp_path, "a.png")
    assert not images
    assert {d.code for d in found} == {"image-too-large"}
    assert "5 pixels" in found[0].message.en
