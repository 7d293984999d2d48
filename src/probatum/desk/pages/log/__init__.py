"""The log as people see it: acts, reads, checks, checkpoints that others hold."""
