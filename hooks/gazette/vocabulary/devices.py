"""Names of devices in Windows, which no file or folder can have there, whatever its ending.

Source: Microsoft, "Naming Files, Paths, and Namespaces".
"""

from __future__ import annotations

DEVICES: frozenset[str] = frozenset(
    ("con prn aux nul " + " ".join(f"{port}{n}" for port in ("com", "lpt") for n in range(10))).split()
)
