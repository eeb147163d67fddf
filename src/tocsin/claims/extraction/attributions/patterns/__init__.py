"""Languages without a parser: cue words, quotation marks and the order of both."""
