"""The hostile books: what each holds, what must be told of it and where, how the command must end."""

from tests.hostile.end_to_end.archives import laughing_word, lying_word_bomb, png, symbolic_link, word_bomb
from tests.hostile.end_to_end.running import Case

TOML = 'title = "كتاب"\nchapters = ["a.md"]\n'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="20" height="20">{}<rect width="9" height="9"/></svg>'
GOOD = "# فصل\n\nكلام.\n"


def drawing(content: str, head: str = "") -> dict[str, str]:
    """Return a book whose one picture is a drawing with some content."""
    return {"a.md": "# فصل\n\n![صورة](r.svg)\n", "r.svg": head + SVG.replace("{}", content)}


def toml(*lines: str) -> dict[str, str]:
    """Return a book with some settings."""
    return {"book.toml": "\n".join(('chapters = ["a.md"]', *lines, "")), "a.md": GOOD}


UNREAD = (
    Case("an empty file", {"a.txt": ""}, "empty-file", "a.txt:1:1", book="a.txt"),
    Case("nothing but spaces", {"a.md": " \n\ufeff\n"}, "empty-file", "a.md:1:1", book="a.md"),
    Case("a binary file", {"a.txt": b"\x7fELF\0\0\1\2"}, "binary-file", "a.txt:1:1", book="a.txt"),
    Case("a picture named .md", {"a.md": png(9, 9)}, "binary-file", "a.md:1:1", book="a.md"),
    Case(
        "Latin-1", {"a.txt": "première édition\nété".encode("latin-1")}, "undecodable-file", "a.txt:1:6", book="a.txt"
    ),
    Case("UTF-16 cut short", {"a.txt": "نصّ".encode("utf-16") + b"\x06"}, "undecodable-file", "a.txt:", book="a.txt"),
    Case(
        "a lone surrogate",
        {"a.md": "نصّ\nكلام ".encode() + b"\xed\xa0\x80 x"},
        "undecodable-file",
        "a.md:2:6",
        book="a.md",
    ),
    Case(
        "a lone surrogate in UTF-16",
        {"a.md": b"\xff\xfe" + b"\x00\xd8" + "نصّ".encode("utf-16-le")},
        "undecodable-file",
        "a.md:1:1",
        book="a.md",
    ),
    Case("a control character", {"a.md": "سطر\nكلا\x1bم"}, "control-character", "a.md:2:4", book="a.md"),
    Case("a folder with no manuscript", {"r.png": png(9, 9)}, "no-manuscript", "book:1:1"),
)
"""Files that are no text."""

SETTINGS = (
    Case(
        "an unknown key",
        toml('title = "كتاب"', 'titel = "كتاب"'),
        "unknown-key",
        "book.toml:3:1",
        says=("titel", "title"),
    ),
    Case(
        "an unknown key in a table",
        toml('title = "كتاب"', "[page]", "inside = 3"),
        "unknown-key",
        "book.toml:4:1",
        says=("inside",),
    ),
    Case("a setting out of its range", toml('title = "كتاب"', "[page]", "inner = -5"), "out-of-range", "book.toml:4:1"),
    Case("a broken setting", toml('title = "كتاب'), "toml-syntax", "book.toml:2:"),
    Case("arrays 5000 deep", toml(f"authors = {'[' * 5000}{']' * 5000}"), "toml-syntax", "book.toml:"),
    Case("NUL in the title", toml('title = "كت\\u0000اب"'), "control-in-setting", "book.toml:2:1"),
    Case("a control in the title", toml('title = "كت\\u001Bاب"'), "control-in-setting", "book.toml:2:1"),
    Case(
        "a non-character in an author",
        toml('title = "كتاب"', 'authors = ["زيد\\uFFFE"]'),
        "control-in-setting",
        "book.toml:3:1",
    ),
    Case(
        "a control in front matter",
        {"a.md": '---\ntitle: "a\\0b"\n---\nنصّ\n'},
        "control-in-setting",
        "a.md:2:1",
        book="a.md",
    ),
    Case(
        "a surrogate in front matter",
        {"a.md": '---\ntitle: "a\\ud800b"\n---\nنصّ\n'},
        "control-in-setting",
        "a.md:2:1",
        book="a.md",
    ),
    Case(
        "a file of the list outside",
        {"book.toml": 'title = "ك"\nchapters = ["../secret.txt"]\n'},
        "file-outside-book",
        "book.toml:2:14",
    ),
    Case(
        "a linked file outside",
        {"book.toml": TOML, "a.md": symbolic_link("../secret.txt")},
        "file-outside-book",
        "book.toml:2:14",
    ),
    Case(
        "an accent that is CSS",
        toml('title = "كتاب"', "[typography]", 'accent = "red; } @import url(http://x.example/)"'),
        "wrong-form",
        "book.toml:4:1",
    ),
    Case(
        "a family that is CSS",
        toml('title = "كتاب"', "[fonts]", 'body = "a\\"; } @import url(http://x.example/)"'),
        "unknown-family",
    ),
    Case(
        "a language that is markup",
        toml('title = "كتاب"', 'language = "ar\\" onload=\\"x"'),
        "wrong-form",
        "book.toml:3:1",
    ),
    Case(
        "aliases without end",
        {
            "a.md": "---\na: &a [x,x,x,x,x,x,x,x]\n"
            + "".join(f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(9))
            + "---\nنصّ\n"
        },
        "front-matter-syntax",
        "a.md:3:",
        book="a.md",
    ),
)
"""Settings that are wrong, or that try to leave their place."""

TOO_MUCH = (
    Case(
        "300 nested quotes",
        {"a.md": "كلام.\n\n" + "> " * 300 + "نصّ"},
        "nesting-limit",
        "a.md:3:",
        book="a.md",
        says=("60",),
    ),
    Case(
        "lists 300 deep",
        {"a.md": "\n".join("  " * n + "- بند" for n in range(300))},
        "nesting-limit",
        "a.md:",
        book="a.md",
    ),
    Case(
        "a paragraph of 400 000 words",
        {"a.md": "# فصل\n\n" + "كلمة " * 400_000},
        "paragraph-limit",
        "a.md:3:1",
        book="a.md",
        says=("100000",),
    ),
    Case(
        "the same as plain text",
        {"a.txt": "عنوان\n\n" + "كلمة " * 400_000},
        "paragraph-limit",
        "a.txt:",
        book="a.txt",
        says=("100000",),
    ),
    Case(
        "a file of four million letters",
        {"a.txt": ("كلام " * 20 + "\n\n") * 40_000},
        "text-limit",
        "a.txt:1:1",
        book="a.txt",
    ),
    Case("a Word file that unpacks without end", {"a.docx": word_bomb}, "word-limit", "a.docx:1:1", book="a.docx"),
    Case("a Word file that lies of its size", {"a.docx": lying_word_bomb}, "", book="a.docx"),
    Case("a Word file of entities", {"a.docx": laughing_word}, "", book="a.docx"),
    Case("100 000 headings", {"a.md": "\n\n".join("# ع" for _ in range(100_000))}, "", book="a.md"),
    Case(
        "a word of 90 000 letters",
        {"a.md": "# فصل\n\n" + "كلمةطويلة" * 10_000},
        "long-word",
        "a.md:3:1",
        book="a.md",
        says=("5000",),
    ),
    Case(
        "joiners without end", {"a.md": "# فصل\n\nك" + "\u200d" * 20_000 + "تاب"}, "long-word", "a.md:3:1", book="a.md"
    ),
    Case(
        "a cell of 90 000 letters",
        {"a.md": "# فصل\n\n|أ|\n|-|\n|" + "ك" * 90_000 + "|\n"},
        "long-word",
        "a.md:5:2",
        book="a.md",
    ),
    Case(
        "a line of code of 90 000 letters",
        {"a.md": "# فصل\n\n```\n" + "x" * 90_000 + "\n```\n"},
        "long-word",
        "a.md:3:1",
        book="a.md",
    ),
    Case(
        "a note of 90 000 letters",
        {"a.md": "# فصل\n\nكلام[^1]\n\n[^1]: " + "ك" * 90_000 + "\n"},
        "long-word",
        "a.md:5:",
        book="a.md",
    ),
)
"""Books that ask for too much."""

PICTURES = (
    Case("a missing picture", {"a.md": "# فصل\n\nكلام ![صورة](nowhere.png)\n"}, "missing-image", "a.md:3:14"),
    Case("a picture above the book", {"a.md": "# فصل\n\n![صورة](../secret.svg)\n"}, "image-outside-book", "a.md:3:9"),
    Case("a picture by its whole path", {"a.md": "# فصل\n\n![صورة](/etc/passwd)\n"}, "image-outside-book", "a.md:3:9"),
    Case("a picture by file:///", {"a.md": "# فصل\n\n![صورة](file:///etc/passwd)\n"}, "", "a.md:3:9"),
    Case(
        "a picture behind a link",
        {"a.md": "# فصل\n\n![صورة](r.svg)\n", "r.svg": symbolic_link("../secret.svg")},
        "image-outside-book",
        "a.md:3:9",
    ),
    Case("a picture that is a text", {"a.md": "# فصل\n\n![صورة](r.png)\n", "r.png": "كلام"}, "image-kind", "a.md:3:9"),
    Case(
        "a damaged picture",
        {"a.md": "# فصل\n\n![صورة](r.png)\n", "r.png": png(50, 50)[:60]},
        "image-damaged",
        "a.md:3:9",
    ),
    Case(
        "a picture of 900 megapixels",
        {"a.md": "# فصل\n\n![صورة](r.png)\n", "r.png": png(30_000, 30_000)},
        "image-too-large",
        "a.md:3:9",
    ),
    Case(
        "a drawing with an outer entity",
        drawing("<text>&x;</text>", '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:../secret.txt">]>'),
        "image-damaged",
        "a.md:3:9",
    ),
    Case(
        "a drawing of entities",
        drawing("<text>&x;</text>", '<!DOCTYPE svg [<!ENTITY y "aaaa"><!ENTITY x "&y;&y;&y;">]>'),
        "image-damaged",
        "a.md:3:9",
    ),
    Case(
        "a drawing of a thousand million uses",
        drawing(
            "<defs><g id='a0'><rect width='1' height='1'/></g>"
            + "".join(f"<g id='a{n}'>" + f"<use xlink:href='#a{n - 1}'/>" * 10 + "</g>" for n in range(1, 10))
            + "</defs><use xlink:href='#a9'/>"
        ),
        "image-damaged",
        "a.md:3:9",
    ),
)
"""Pictures that are not there, not the book's own, or not pictures."""

REFUSED = (*UNREAD, *SETTINGS, *TOO_MUCH, *PICTURES)
