"""``tocsin extract``: its schema, which others build on, and its refusals."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.claims.extraction.needs import needs_parser
from tocsin.cli import main

TEXT = (
    "Shells hit a market in Kharkiv on Tuesday, killing at least 14 people, the mayor said. "
    "The ministry denied that its forces had fired on the city.\n"
)
KEYS = {
    "figures": ["start", "end", "text", "low", "high", "quantifier", "change", "unit", "item"],
    "attributions": ["source", "cue", "content", "kind", "stance"],
    "times": ["start", "end", "text", "value", "kind", "anchor_basis"],
    "places": ["start", "end", "text", "geonameid", "lat", "lon", "precision", "country"],
    "claims": [
        *["start", "end", "text", "type", "incident", "speaker", "cue", "stance", "publisher_stance", "accused"],
        *["figure", "place", "date", "polarity", "modality", "confidence"],
    ],
}


def extract(*arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(main, ["extract", *arguments], input=text)


def lines(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


@needs_parser
@pytest.mark.parametrize("layer", KEYS)
def test_every_line_has_exactly_the_documented_keys(layer: str) -> None:
    found = lines(extract("-", "--layer", layer, "--date", "2022-03-03", text=TEXT))
    assert found
    assert {tuple(one) for one in found} == {tuple(KEYS[layer])}
    page = (Path(__file__).parents[2] / "docs" / "newsroom" / "extraction.md").read_text(encoding="utf-8")
    assert [
        key for key in KEYS[layer] if f"`{key}`" not in page and f"{key}," not in page and f", {key}" not in page
    ] == []


@needs_parser
def test_what_a_claim_holds() -> None:
    found = lines(extract("-", "--date", "2022-03-03", text=TEXT))
    toll = next(one for one in found if one["figure"])
    assert {key: toll["figure"][key] for key in ("low", "high", "quantifier", "unit", "text")} == {
        "low": 14,
        "high": None,
        "quantifier": "MORE_THAN",
        "unit": "person",
        "text": TEXT[toll["figure"]["start"] : toll["figure"]["end"]],
    }
    assert toll["speaker"] == {"text": "the mayor", "start": TEXT.index("the mayor"), "end": TEXT.index(" said")}
    assert toll["stance"] == "support"
    assert toll["publisher_stance"] == "relay"
    assert sorted(toll["date"]) == ["end", "start", "text", "value"]
    assert toll["date"]["value"] == "2022-03-01"
    assert sorted(toll["place"]) == ["end", "geonameid", "lat", "lon", "precision", "start", "text"]
    assert toll["place"]["text"] == "Kharkiv"


def test_several_files_are_told_apart(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Some 20 people fled.", encoding="utf-8")
    names = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    found = lines(extract(*names, "--layer", "figures"))
    assert [one["file"] for one in found] == names


def test_a_table_for_people() -> None:
    shown = extract("-", "--layer", "figures", "--format", "table", text="Some 20 people fled.").stdout
    assert "20" in shown
    assert "APPROXIMATELY" in shown
    assert extract("-", "--layer", "figures", "--format", "table", text="Nothing here.").stdout == "No figures found.\n"


@pytest.mark.parametrize(
    ("arguments", "data", "said"),
    [
        (["missing.txt"], None, "missing.txt cannot be read (No such file or directory): name a file that is there."),
        (["-", "--date", "5.3.2022"], b"", "--date '5.3.2022' is no day: write it as 2022-03-05."),
        (["-"], "так".encode("cp1251"), "- is not UTF-8 text (byte 0): save it as UTF-8 first."),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(arguments: list[str], data: bytes | None, said: str) -> None:
    result = CliRunner().invoke(main, ["extract", *arguments], input=data)
    assert (result.exit_code, result.stderr) == (1, f"Error: {said}\n")
