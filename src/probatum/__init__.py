"""Probatum: collect, preserve, read, record, count, disclose and verify evidence.

The tree is one sentence (see ``ARCHITECTURE.md``); each package docstring defines its nouns.
"""

__version__ = "0.1.0"
