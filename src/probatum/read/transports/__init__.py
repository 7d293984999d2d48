"""Readers of the user's own: an entry point, a program that speaks JSON lines, a model server.

A plug-in never decides what is stored: it answers with words of the text, and the host says where
they stand (``anchoring.py``) and whether anything follows from them (``soundness.py``). The text is
untrusted and so is the answer.
"""
