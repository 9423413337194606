"""How the snapshot and the files beside it are made and put in place."""
