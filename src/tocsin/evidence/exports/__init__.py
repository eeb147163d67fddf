"""The public ledger in the formats others read. Each module is one format: claims in, text or bytes out.

Only what readers may see goes in: the claims come with their public assertions, places with their public geometry,
speakers as readers know them.
"""
