"""Counts what held and what did not, and says so in one closing line."""

import sys

passed = 0
failed = 0
skipped = 0


def check(what, holds, detail=""):
    """Counts one check; detail is shown where it did not hold."""
    global passed, failed
    if holds:
        passed += 1
        print(f"  ok    {what}")
    else:
        failed += 1
        print(f"  FAIL  {what}" + (f": {detail}" if detail else ""))
    sys.stdout.flush()


def skip(what, why):
    """Counts a check that could not be made here."""
    global skipped
    skipped += 1
    print(f"  skip  {what}: {why}")


def title(text):
    print(f"\n{text}", flush=True)


def close():
    """Prints the closing line; returns the exit code."""
    print(f"\n{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed else 0
