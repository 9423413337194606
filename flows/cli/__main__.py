"""Lets `python -m flows.cli` stand for the command `rapporteur`."""

from flows.cli.main import main

if __name__ == "__main__":
    main()
