"""`python -m gazette` is the command `gazette`."""

from gazette.cli import main

raise SystemExit(main())
