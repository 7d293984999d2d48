"""Built-in reader: our own rules, in the process, without a model of the user.

A folder holds the rules of one language, ``worded`` those that languages without a parser share.
What no language has for itself lies here: a *draft* is a reading before it has ids, a *shelf* looks
up by position, ``gathering`` holds what was found in a text, ``relating`` tells how what is said
hangs together.
"""
