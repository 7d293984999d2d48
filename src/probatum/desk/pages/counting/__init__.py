"""Pages about counting: victim lists, what their columns mean, what became of their rows."""
