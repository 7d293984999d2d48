"""How dates and numbers are written, where Django's own table for a language lacks something."""
