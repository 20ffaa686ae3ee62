"""`python -m tilewise`, and what `torchrun -m tilewise` starts in each process."""

import sys

from tilewise.cli import main

if __name__ == "__main__":
    sys.exit(main())
