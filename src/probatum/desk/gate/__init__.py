"""The gate: pages for a case that is not open. They need no database and know no person.

Whoever reaches the machine's loopback could ask for them, so they answer only to the browser that
came with the *gate key*: a random word in the address that the terminal prints and opens.
"""
