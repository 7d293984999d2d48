"""``python -m probatum``: the same as the command ``probatum``."""

import sys

from probatum.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
