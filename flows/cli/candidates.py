"""`rapporteur taxonomy candidates`: what may be a new theme."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from flows.cli.main import DONE
from flows.settings import find_workspace
from flows.trained_models import model_in_use
from flows.workspace import hold, open_workspace
from models.linear import load_model
from models.novelty import Candidate, candidate_themes, load_limits
from models.rules import load_rules
from warehouse.candidate_themes import replace_candidates, unthemed_passages
from warehouse.connection import open_warehouse
from warehouse.publish import publish
from warehouse.search.upkeep import update_index

_EXCERPT = 200


def print_candidates(given: Path | None, *, as_json: bool) -> int:
    """Look for candidates, keep them in the warehouse (view candidate_themes), publish, and print them."""
    workspace = open_workspace(find_workspace(given))
    limits = load_limits()
    with hold(workspace), open_warehouse(workspace.warehouse) as connection:
        passages = unthemed_passages(connection, load_rules().fallbacks)
        found = candidate_themes(passages, load_model(model_in_use(workspace)), limits)
        replace_candidates(connection, found, limits.examples)
        update_index(connection)
        publish(connection, workspace.snapshot)
    if as_json:
        sys.stdout.write(json.dumps([_json(one, limits.examples) for one in found], ensure_ascii=False) + "\n")
    else:
        _print(found, Console(highlight=False, soft_wrap=True))
    return DONE


def _print(found: tuple[Candidate, ...], console: Console) -> None:
    if not found:
        console.print("No words that fit no theme stand in documents of several sources.")
    for one in found:
        console.print(f"[bold]{escape(', '.join(one.terms))}[/] ({one.language}): {one.families} documents")
        text = " ".join(one.passages[0].text.split())
        console.print(escape(f"  {text if len(text) <= _EXCERPT else text[: _EXCERPT - 1] + '…'}"))


def _json(one: Candidate, examples: int) -> dict[str, object]:
    return {
        "id": one.id,
        "language": one.language,
        "terms": one.terms,
        "documents": one.families,
        "passages": len(one.passages),
        "examples": [asdict(each) | {"sources": sorted(each.sources)} for each in one.passages[:examples]],
    }
