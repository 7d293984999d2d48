"""Files coming in through the browser, by the core of tus 1.0.0: what broke off goes on.

A file is created (``POST``), asked for how much of it has arrived (``HEAD``), continued (``PATCH``)
and given up (``DELETE``): https://tus.io/protocols/resumable-upload, with creation and termination.
Ids are made here, names from the browser are words and never paths, and every piece is encrypted
before it touches the disk (``probatum.preserve.quarantine``).
"""
