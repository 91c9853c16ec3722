"""``python -m caitien.cli``."""

import sys

from caitien.cli import main

sys.exit(main())
