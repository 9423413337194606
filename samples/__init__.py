"""Sample contributions of our own writing, and the script that builds their files."""
