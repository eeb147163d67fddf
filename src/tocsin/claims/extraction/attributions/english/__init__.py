"""English, by the parse: cues with the frames of ``words.en``, and quotations tied to their speakers."""
