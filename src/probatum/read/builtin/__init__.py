"""Built-in reader: our own rules, in the process, without a model of the user."""
