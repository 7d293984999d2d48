"""Tables of the desk, version by version."""
