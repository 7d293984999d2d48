"""Bytes of evidence for a browser, from addresses that open one thing, for a while.

*Ticket*
    what a page hands out: who asks, which item, what of it, until when; signed. It opens exactly
    that and nothing else. No cookie is looked at here, so nothing that a browser runs out of
    evidence could act for the person who looks at it.

What is served is a picture made anew from pixels, or sound and film whose first bytes show one of a
few kinds. Every answer is sandboxed, loads nothing and is believed in no other type.
"""
