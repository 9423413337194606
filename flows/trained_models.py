"""The trained models of a workspace: each in a folder of its own that is never changed, and which one is in use."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flows.errors import WorkspaceError
from flows.workspace import Workspace
from models.linear import load_model

SHIPPED = "rapporteur"
"""Name of the model that comes with Rapporteur."""
REPORT = "report.json"
"""What a model was learned from and how it compares with the one before; docs/formats.md describes it."""
_IN_USE = "in-use"
_NAME = re.compile(r"[\w.+-]+")


@dataclass(frozen=True, slots=True)
class TrainedModel:
    """A model that can be used."""

    name: str
    folder: Path | None
    """None for the one that comes with Rapporteur."""
    is_used: bool
    report: dict[str, Any]
    """Empty for the one that comes with Rapporteur."""


def trained_models(workspace: Workspace) -> tuple[TrainedModel, ...]:
    """Give the models, first the one that comes with Rapporteur."""
    used = _name_in_use(workspace)
    folders = sorted(workspace.models.iterdir()) if workspace.models.is_dir() else []
    own = [
        TrainedModel(one.name, one, one.name == used, json.loads((one / REPORT).read_text(encoding="utf-8")))
        for one in folders
        if (one / REPORT).is_file() and not one.name.startswith(".")
    ]
    return (TrainedModel(SHIPPED, None, used == SHIPPED, {}), *own)


def model_named(workspace: Workspace, name: str) -> TrainedModel:
    """Give a model by its name; raises WorkspaceError, which lists those there are, where there is none."""
    known = {one.name: one for one in trained_models(workspace)}
    if name not in known:
        raise WorkspaceError(f"There is no model {name} in this workspace. There are: {', '.join(known)}.")
    return known[name]


def model_in_use(workspace: Workspace) -> Path | None:
    """Give the folder of the model in use, None for the one that comes with Rapporteur.

    Raises WorkspaceError where that model is missing.
    """
    name = _name_in_use(workspace)
    if name == SHIPPED:
        return None
    folder = workspace.models / name
    if not _NAME.fullmatch(name) or not folder.is_dir():
        raise WorkspaceError(
            f"The model {name!r}, which {workspace.models / _IN_USE} names, is missing. "
            f"Put {folder} back from a backup, or use another: rapporteur models use {SHIPPED}"
        )
    return folder


def use_model(workspace: Workspace, name: str) -> TrainedModel:
    """Use a model from the next run on; raises WorkspaceError or ClassificationError where it cannot be used."""
    chosen = model_named(workspace, name)
    load_model(chosen.folder)
    workspace.models.mkdir(exist_ok=True)
    new = workspace.models / f".{_IN_USE}"
    new.write_text(f"{name}\n", encoding="utf-8")
    new.replace(workspace.models / _IN_USE)
    return chosen


def free_name(workspace: Workspace, base: str) -> str:
    """Give a name that no model of the workspace has or had: `linear-3-d1` for the first made on top of `linear-3`."""
    taken = {one.name for one in workspace.models.iterdir()} if workspace.models.is_dir() else set()
    number = 1
    while f"{base}-d{number}" in taken:
        number += 1
    return f"{base}-d{number}"


def _name_in_use(workspace: Workspace) -> str:
    file = workspace.models / _IN_USE
    return file.read_text(encoding="utf-8").strip() if file.is_file() else SHIPPED
