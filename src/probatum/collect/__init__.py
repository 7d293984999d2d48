"""Sources that yield captures; they never store anything.

A *capture* is one regular file that was found, with what the file system says about it; a *refusal*
is what was found and cannot be taken, with its reason. The caller reads a capture once, through
``Capture.open``, and asks afterwards whether the file stayed the same meanwhile.

>>> from probatum.collect.folders import walk
>>> [type(each).__name__ for each in walk([__file__])]
['Capture']
"""
