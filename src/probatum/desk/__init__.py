"""The desk: the case in a browser, on the user's own machine.

One process holds one opened case (``holding``). A *page* is a function that takes its *turn* at the
case, has acts do the work, and shows what they return; it never looks into the case by itself. The
*gate* stands before a case that is not open yet. *People* sign in and are bound by roles; the acts
check them. Bytes of evidence leave only through ``evidence``, which no page's session reaches.

Nothing here is a fact of the case: ``desk.db`` beside it holds people, their sessions and drafts.

>>> from probatum.desk.addresses import urlpatterns
>>> len(urlpatterns) > 0
True
"""
