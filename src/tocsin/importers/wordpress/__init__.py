"""A WordPress site moves in: its export file, read, turned into blocks, written, and its old addresses answered."""
