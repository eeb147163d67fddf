"""Reads an article and proposes claims: plain Python, no Django, no network. Its issue follows."""
