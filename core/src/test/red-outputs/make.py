"""python3 make.py CORPUS.jsonl.gz MODULE... [--only PREFIX]: writes the corpus anew, or the part whose names start so."""
import importlib
import sys

import red

if __name__ == "__main__":
    args = sys.argv[1:]
    only = ""
    if "--only" in args:
        at = args.index("--only")
        only = args[at + 1]
        del args[at:at + 2]
    for module in args[1:]:
        importlib.import_module(module)
    sys.exit(1 if red.write(args[0], only) else 0)
