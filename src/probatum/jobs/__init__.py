"""Long acts in the background: a *job* is one of them, wanted by one person.

A job says which *task* it is and with what; its *key* is a digest of that and of the version that
does it, so that asking twice does it once. A *ledger* keeps the jobs; it belongs to the edge that
offers them. A *runner* takes them in their order. Acts take up again what was interrupted, so a job
that was running when the process ended is simply run again.

>>> from probatum.jobs.job import Wanted
>>> from probatum.model.roles import Role
>>> one = Wanted(task="check", given={"quick": "yes"}, by="A. Analyst", role=Role.OWNER)
>>> one.key == Wanted(task="check", given={"quick": "yes"}, by="B", role=Role.OWNER).key
True
"""
