"""Check a disclosure package, offline, without trusting whoever sent it.

A *package* is one zip file; ``spec/disclosure.md`` is its format. *Trust* is the key of the log,
or a policy, that reached the reader by another way. A *finding* is the outcome of one check:
verified, failed or not checked, never a bare yes or no. The *report* is all findings under their
step numbers, which are the same in the specification, in the names of the functions and in print.

Where to read: ``checking.py`` is the whole procedure on one page; ``opening.py`` has steps 1 to 4,
``entries.py`` 5 and 6, ``fields.py`` 7 and 8, ``custody.py`` 9, ``senders.py`` 10, ``limits.py`` 11
and 12. ``package.py`` locates and hashes members, ``members.py`` reads the JSON ones, ``report.py``
decides the result. What signatures, proofs and digests are is in ``probatum/proof``, one module
for each.

>>> import io
>>> report = verify_package(io.BytesIO(b"not a package"), Trust())
>>> report.result, report.exit_code
('failed', 1)
>>> print(report.findings[1].text)
bad-package: container: expected a zip, found 13 bytes
"""

from __future__ import annotations

from probatum.verify.checking import verify_package
from probatum.verify.report import Finding, Report
from probatum.verify.trust import Trust

__all__ = ["Finding", "Report", "Trust", "verify_package"]
