"""What two strangers must compute alike: spellings, hashes, trees, signatures, commitments."""
