"""The way out, and back: a newsroom as files that anybody can read, written whole and read back the same."""
