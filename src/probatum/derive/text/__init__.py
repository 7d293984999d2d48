r"""The text of items: what a file says, with the places in it that a citation can name.

*Extracted* is a text with its *parts* (pages, paragraphs, rows, cells), what the file states about
itself (*metadata*) and what was attached to it. *Failed* is the recorded answer for everything
else: a code and a few words that hold no contents. *Limits* bound what one item may cost.

The text is normalised to one kind of line break (U+000A), without a byte order mark; surrogates
and NUL, which no text can hold, become U+FFFD. Nothing else is changed. Offsets count Unicode code
points. ``workers`` starts and watches the process, ``worker`` is that process, one module reads
each kind of file, and ``anchoring`` finds a quotation again in another version of the text.

>>> from probatum.derive.text.extracted import Limits
>>> from probatum.derive.text.reading import read
>>> found = read("Перший рядок\r\nДругий".encode("cp1251"), "words.txt", Limits())
>>> found.text, found.media_type
('Перший рядок\nДругий', 'text/plain')
>>> [found.text[part.start : part.end] for part in found.parts]
['Перший рядок', 'Другий']
"""
