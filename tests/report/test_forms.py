"""JSON and SARIF say the same as the text, for programs."""

import io
import json
from typing import Any

from publisher.diagnostic import Fix, Said, error, note
from publisher.report import print_diagnostics
from publisher.source import SourceFile

SOURCE = SourceFile("فصل 1.md", "سطر\nكلمة خطأ هنا\nآخر")
WRONG = error("wrong-word", Said("كلمة خطأ", "a wrong word"), Said("صحّحها", "mend it"))
WHOLE = note("told", Said("خبر", "told"), Said("", ""))


def data(form: str, language: str = "en") -> Any:
    span = SOURCE.span(9, 12)
    stream = io.StringIO()
    found = (WRONG.at(span, Fix(span, "صواب", is_safe=False)), WHOLE.at(None))
    print_diagnostics(found, {SOURCE.name: SOURCE}, stream, form, language)
    return json.loads(stream.getvalue())


def test_json() -> None:
    told, wrong = data("json", "ar")["diagnostics"]
    assert told == {
        "code": "told",
        "severity": "note",
        "message": "خبر",
        "hint": "",
        "file": None,
        "line": None,
        "column": None,
        "start": None,
        "end": None,
        "fix": None,
    }
    assert (wrong["message"], wrong["line"], wrong["column"], wrong["start"], wrong["end"]) == ("كلمة خطأ", 2, 6, 9, 12)
    assert wrong["fix"] == {"start": 9, "end": 12, "replacement": "صواب", "safe": False}
    assert data("json")["counts"] == {"error": 1, "warning": 0, "note": 1}


def test_sarif() -> None:
    log = data("sarif")
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    told, wrong = run["results"]
    assert "locations" not in told
    assert told["level"] == "note"
    assert wrong["level"] == "error"
    assert run["tool"]["driver"]["rules"][wrong["ruleIndex"]]["id"] == wrong["ruleId"] == "wrong-word"
    location = wrong["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "%D9%81%D8%B5%D9%84%201.md"
    assert location["region"] == {
        "startLine": 2,
        "startColumn": 6,
        "endLine": 2,
        "endColumn": 9,
        "charOffset": 9,
        "charLength": 3,
    }
    replacement = wrong["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replacement["insertedContent"] == {"text": "صواب"}


def test_a_report_without_findings_is_still_json() -> None:
    stream = io.StringIO()
    print_diagnostics([], {}, stream, "json")
    assert json.loads(stream.getvalue())["diagnostics"] == []
