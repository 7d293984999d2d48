"""Jobs at the desk: asked for by a page, kept in the desk database, shown while they run."""
