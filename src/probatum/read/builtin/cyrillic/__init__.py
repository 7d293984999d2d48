"""The words of Ukrainian and Russian by which the built-in reader tells who says what."""
