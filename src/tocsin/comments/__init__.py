"""Readers' comments and their moderation. Its issue follows."""
