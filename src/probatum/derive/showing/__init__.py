"""Pictures to look at: of pictures, of pages of a PDF; made anew, never the file of a stranger.

*Form*
    what a file is to somebody who wants to look at it: picture, pages, sound, film, or nothing that
    is shown as it is. By its first bytes; its name proves nothing.
*Sight*
    a picture of it as JPEG, made from pixels alone, at most so many of them along the longer edge;
    with the size of what it shows, so that a place in it can be named in the original's measures.

A browser is handed only sights. Whatever else a file carries (metadata, a second file in the same
bytes, scripts, links) is not in them. Files are opened in processes of their own, with limits,
which are used for a few dozen files and then replaced (``apart``).

>>> from probatum.derive.showing.forms import form_of
>>> form_of(b"<svg onload='alert(1)'>").name, form_of(b"GIF89a" + bytes(20)).name
('other', 'picture')
"""
