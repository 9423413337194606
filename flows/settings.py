"""All that can be configured: defaults, `rapporteur.toml` in the workspace, `RAPPORTEUR_*` in the environment."""

import getpass
import os
import shutil
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from extractors.options import Limits, Options
from flows.errors import SettingsError

FILE_NAME = "rapporteur.toml"
_PREFIX = "RAPPORTEUR_"
_WORKSPACE_VARIABLE = f"{_PREFIX}WORKSPACE"


def _existing_file(path: Path | None) -> Path | None:
    if path is not None and not path.is_file():
        raise ValueError("the path of a program that exists, or nothing at all to look for it on the PATH")
    return path


def _file_of_names(path: Path | None) -> Path | None:
    if path is not None:
        from extractors.header.names import InvalidNames, load_names  # noqa: PLC0415 - its libraries are slow to load

        try:
            load_names(path.expanduser().resolve())
        except InvalidNames as error:
            raise ValueError(f"a file of names that can be used. {error}") from error
    return path.expanduser().resolve() if path is not None else None


Program = Annotated[Path | None, AfterValidator(_existing_file)]


class Settings(BaseSettings):
    """One value for everything that may differ between installations."""

    model_config = SettingsConfigDict(env_prefix=_PREFIX, extra="forbid", frozen=True)

    settle_seconds: float = Field(5.0, ge=0, description="A file is taken when it has been unchanged for this long.")
    workers: int = Field(0, ge=0, le=256, description="Processes that read files; 0: one for each processor.")
    batch_size: int = Field(16, ge=1, le=1000, description="Files in one Prefect task and one transaction.")
    seconds_per_file: float = Field(60.0, gt=0, description="Reading one file may take this long, without OCR.")
    ocr_seconds_per_file: float = Field(900.0, gt=0, description="Reading one file may take this long where OCR is on.")
    megabytes_per_file: int = Field(2048, ge=512, description="Reading one file may take this much memory.")
    pages_per_file: int = Field(5000, ge=1, description="A PDF with more pages is not read.")
    query_seconds: float = Field(60.0, gt=0, description="`rapporteur query` and `export` may work this long.")
    query_megabytes: int = Field(1024, ge=64, description="`rapporteur query` and `export` may use this much memory.")
    tesseract: Program = Field(None, description="Path of Tesseract (OCR); looked for on the PATH when not given.")
    libreoffice: Program = Field(None, description="Path of soffice; looked for on the PATH when not given.")
    aliases: Annotated[Path | None, AfterValidator(_file_of_names)] = Field(
        None, description="A YAML file with further names of States and organisations (docs/installation.md)."
    )
    taxonomy: Program = Field(None, description="Another taxonomy file than the one that Rapporteur brings along.")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Let the environment win over the file, whose values come as init arguments."""
        del settings_cls, dotenv_settings, file_secret_settings
        return env_settings, init_settings

    def options(self, ocr_cache: Path | None = None) -> Options:
        """Give the extractors their options, with optional programs looked up on the PATH."""
        return Options(
            tesseract=self.tesseract or _on_path("tesseract"),
            soffice=self.libreoffice or _on_path("soffice", "libreoffice"),
            ocr_cache=ocr_cache,
            limits=Limits(pages=self.pages_per_file),
            aliases=self.aliases,
        )

    @property
    def processes(self) -> int:
        """How many processes read files."""
        return self.workers or len(os.sched_getaffinity(0))


def load_settings(workspace: Path | None = None) -> Settings:
    """Read the settings of a workspace, or those of the environment alone.

    Raises SettingsError that names the key, the value and what is allowed.
    """
    file = workspace / FILE_NAME if workspace else None
    values = _read_toml(file) if file and file.is_file() else {}
    _reject_unknown_variables(os.environ)
    try:
        return Settings(**values)
    except ValidationError as error:
        raise SettingsError(_explain(error, file, values)) from error


def find_workspace(given: Path | None) -> Path:
    """Tell which folder is the workspace: the one given, RAPPORTEUR_WORKSPACE, this folder, or `workspace` in it."""
    if given is not None:
        return given.resolve()
    if from_environment := os.environ.get(_WORKSPACE_VARIABLE):
        return Path(from_environment).resolve()
    here = Path.cwd()
    return here if (here / FILE_NAME).is_file() else here / "workspace"


def person(given: str | None = None) -> str:
    """Tell who decides: the name given, else the user of the operating system.

    Raises SettingsError where neither is known, e.g. in a container whose user has no name.
    """
    try:
        name = " ".join((given if given is not None else getpass.getuser()).split())
    except (OSError, KeyError) as error:
        raise SettingsError(f"The operating system does not tell who you are ({error}); add --by NAME.") from error
    if not name:
        raise SettingsError("A decision needs the name of who decides: --by NAME.")
    return name


def quiet_prefect(home: Path) -> None:
    """Set Prefect's environment before it is imported: its files in `home`, no telemetry, no log lines on the terminal.

    What the administrator has set already stays.
    """
    defaults = {
        "PREFECT_HOME": str(home),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        "PREFECT_LOGGING_LEVEL": "ERROR",
        "PREFECT_LOGGING_SERVER_LEVEL": "CRITICAL",
        "PREFECT_CLI_PROMPT": "false",
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
    }
    for name, value in defaults.items():
        os.environ.setdefault(name, value)


def prefect_server() -> str | None:
    """Give the address of the Prefect server that the environment names, or None for the temporary one."""
    return os.environ.get("PREFECT_API_URL") or None


def _on_path(*names: str) -> Path | None:
    found = next(filter(None, map(shutil.which, names)), None)
    return Path(found) if found else None


def _read_toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise SettingsError(f"{file} cannot be read as a settings file: {error}. Mend it or delete it.") from error


def _reject_unknown_variables(environment: Mapping[str, str]) -> None:
    known = {f"{_PREFIX}{name.upper()}" for name in Settings.model_fields} | {_WORKSPACE_VARIABLE}
    for name in sorted(environment):
        if name.startswith(_PREFIX) and name not in known:
            allowed = ", ".join(sorted(known))
            raise SettingsError(f"The environment variable {name} is not a setting. Allowed are: {allowed}.")


def _explain(error: ValidationError, file: Path | None, values: Mapping[str, Any]) -> str:
    lines = []
    for problem in error.errors():
        key = ".".join(str(part) for part in problem["loc"])
        variable = f"{_PREFIX}{key.upper()}"
        where = f"In the environment, {variable}" if variable in os.environ else f"In {file}, {key}"
        if problem["type"] == "extra_forbidden":
            allowed = ", ".join(Settings.model_fields)
            lines.append(f"{where} = {values.get(key)!r} is not a setting. Allowed are: {allowed}.")
        else:
            wanted = problem["msg"].removeprefix("Value error, ")
            description = Settings.model_fields[key.split(".")[0]].description
            lines.append(f"{where} = {problem['input']!r} is not allowed: {wanted}. ({description})")
    return "\n".join(lines)
