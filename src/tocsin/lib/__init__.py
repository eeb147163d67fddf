"""Leaves: modules that import nothing else of Tocsin and hold no models."""
