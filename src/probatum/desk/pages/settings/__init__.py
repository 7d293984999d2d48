"""Settings of the case: people, terms, places, readers, keys and back-up."""
