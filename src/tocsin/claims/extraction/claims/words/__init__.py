"""The words the reading of claims goes by, in lists that can be read and corrected."""
