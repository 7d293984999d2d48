"""The words of Arabic by which the built-in reader tells who says what, verb first."""
