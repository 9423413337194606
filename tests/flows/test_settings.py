"""Settings come from the environment, the workspace's file and defaults, in this order."""

from pathlib import Path

import pytest

from flows.errors import SettingsError
from flows.settings import FILE_NAME, find_workspace, load_settings, person, prefect_server, quiet_prefect


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RAPPORTEUR_WORKSPACE", raising=False)


def write(folder: Path, text: str) -> Path:
    (folder / FILE_NAME).write_text(text, encoding="utf-8")
    return folder


def test_the_defaults_work_without_any_file(tmp_path: Path) -> None:
    settings = load_settings(tmp_path)
    assert settings.settle_seconds == 5
    assert settings.processes >= 1


def test_the_file_overrides_the_defaults_and_the_environment_overrides_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "workers = 3\nbatch_size = 4\n")
    monkeypatch.setenv("RAPPORTEUR_WORKERS", "7")
    settings = load_settings(tmp_path)
    assert (settings.workers, settings.processes, settings.batch_size) == (7, 7, 4)


def test_a_file_saved_by_notepad_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"\xef\xbb\xbfworkers = 2\r\n")
    assert load_settings(tmp_path).workers == 2


def test_an_unknown_key_is_named_with_what_is_allowed(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings(write(tmp_path, "settle_secnds = 3\n"))
    message = str(caught.value)
    assert "settle_secnds = 3 is not a setting" in message
    assert FILE_NAME in message
    assert "settle_seconds" in message


def test_a_bad_value_is_named_with_its_key_and_what_is_allowed(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings(write(tmp_path, 'workers = "many"\nbatch_size = 0\n'))
    message = str(caught.value)
    assert "workers = 'many' is not allowed" in message
    assert "integer" in message
    assert "batch_size = 0 is not allowed" in message
    assert "greater than or equal to 1" in message


def test_a_program_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="tesseract = '/no/such/program' is not allowed"):
        load_settings(write(tmp_path, 'tesseract = "/no/such/program"\n'))


def test_an_unknown_variable_is_named_with_what_is_allowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAPPORTEUR_WORKER", "3")
    with pytest.raises(SettingsError, match=r"RAPPORTEUR_WORKER is not a setting.*RAPPORTEUR_WORKERS"):
        load_settings(tmp_path)


def test_a_bad_value_in_the_environment_says_that_it_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAPPORTEUR_SETTLE_SECONDS", "-1")
    with pytest.raises(SettingsError, match=r"In the environment, RAPPORTEUR_SETTLE_SECONDS = '-1' is not allowed"):
        load_settings(tmp_path)


def test_a_file_that_is_not_toml_says_where_it_breaks(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"cannot be read as a settings file.*line 1"):
        load_settings(write(tmp_path, "workers 3\n"))


def test_the_workspace_is_the_given_one_else_the_environments_else_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_workspace(Path("a")) == tmp_path / "a"
    assert find_workspace(None) == tmp_path / "workspace"
    write(tmp_path, "")
    assert find_workspace(None) == tmp_path
    monkeypatch.setenv("RAPPORTEUR_WORKSPACE", str(tmp_path / "b"))
    assert find_workspace(None) == tmp_path / "b"


def test_prefect_is_kept_quiet_and_at_home_unless_the_administrator_says_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PREFECT_HOME", "PREFECT_SERVER_ANALYTICS_ENABLED", "DO_NOT_TRACK", "PREFECT_API_URL"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    monkeypatch.setenv("PREFECT_LOGGING_LEVEL", "DEBUG")
    quiet_prefect(tmp_path)
    import os

    assert os.environ["PREFECT_HOME"] == str(tmp_path)
    assert os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"
    assert os.environ["DO_NOT_TRACK"] == "1"
    assert os.environ["PREFECT_LOGGING_LEVEL"] == "DEBUG"
    assert prefect_server() is None


def test_who_decides_is_the_one_given_or_the_user_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "officer")
    assert person() == "officer"
    assert person(" A.  Officer ") == "A. Officer"
    with pytest.raises(SettingsError, match="--by NAME"):
        person(" ")


def test_a_user_without_a_name_is_asked_for_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> str:
        raise KeyError("uid 4711")

    monkeypatch.setattr("getpass.getuser", unknown)
    with pytest.raises(SettingsError, match="--by NAME"):
        person()


def test_a_file_of_aliases_must_be_one_that_can_be_used(tmp_path: Path) -> None:
    names = tmp_path / "names.yaml"
    settings = tmp_path / "rapporteur.toml"
    settings.write_text(f'aliases = "{names}"', "utf-8")
    with pytest.raises(SettingsError, match=r"aliases.*cannot be read"):
        load_settings(tmp_path)
    names.write_text("states: {KEN: [Jamhuri ya Kenya]}", "utf-8")
    assert load_settings(tmp_path).options().aliases == names
    names.write_text("states: {XXX: []}", "utf-8")
    with pytest.raises(SettingsError, match="XXX"):
        load_settings(tmp_path)
