"""The map: what is said to have happened where, with how finely that is known."""
