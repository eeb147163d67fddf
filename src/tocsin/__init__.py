"""Tocsin: a publishing system for crisis reporting."""

__version__ = "0.1.0"
