"""Records of every noun: read, made, revised, judged, retracted."""
