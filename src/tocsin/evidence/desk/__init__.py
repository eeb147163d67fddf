"""The evidence desk: one article's words and claims, and the ledger across articles.

Every act is a form that works without scripts: it is posted to the desk's own address, with ``do`` naming the act, and
leads back to what was looked at. ``evidence.js`` sends the same forms and puts the answer in place.
"""
