"""What a comment's text is screened for. Plain Python: no Django, no database, nothing asked of anybody.

``details`` finds what identifies a person, ``words`` the newsroom's key words, ``links`` counts links, ``likeness``
tells near duplicates, ``bayes`` judges by what this newsroom called spam, ``markup`` renders the few marks a reader
may use.
"""
