"""The picture is an SVG that any browser shows, with a point for each step that has enough suggestions."""

from typing import Any

from lxml import etree

from models.evaluation.curve import reliability_svg

STEP = {"suggestions": 40, "score": 0.8, "right": 0.75}
SVG = "{http://www.w3.org/2000/svg}"


def test_each_facet_has_a_panel_with_its_points() -> None:
    few = {"suggestions": 2, "score": 0.1, "right": 1.0}
    figures: dict[str, dict[str, Any]] = {
        "risk": {"all": {"error": 0.05, "steps": [few, STEP]}},
        "level": {"all": {"error": None, "steps": []}},
    }
    tree = etree.fromstring(reliability_svg(figures, least=5).encode())
    assert len(tree.findall(f"{SVG}polyline")) == 2
    (point,) = tree.findall(f"{SVG}circle")
    assert point.findtext(f"{SVG}title") == "40 suggestions, score 0.80, right 0.75"
    assert "risk, error 0.05" in [one.text for one in tree.findall(f"{SVG}text")]
