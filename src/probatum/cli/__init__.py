r"""The command line: one file per command; each asks an act and prints what it answers.

Nouns: a *call* is what a person asked for beside the command itself (which case, who acts, people
or machine output); the *remembered case* is the one that commands mean when none is named. Commands
import acts only when they run, so that help appears at once. Errors become four facts and an exit
code here and nowhere else (``spec/errors.md``); JSON answers are described in ``docs/json.md``.

>>> from probatum.cli.wording import shown, size
>>> print(shown("report" + chr(10) + "2.txt"), size(1_536_000))
report\u000a2.txt 1.5 MB
"""
