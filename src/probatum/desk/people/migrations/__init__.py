"""Changes of the tables, in their order. Written by Django, read by hand."""
