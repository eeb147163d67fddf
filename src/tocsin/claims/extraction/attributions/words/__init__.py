"""Cues by language: one module a language, closed lists of words by class."""
