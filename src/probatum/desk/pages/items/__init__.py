"""The pages of items: found and chosen (``listing``), one of them beside its facts (``one``)."""
