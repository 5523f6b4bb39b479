#!/usr/bin/env python3
"""Is each fault that printers know caught by our preflight, and nothing else?

usage: press_check.py --sazba PATH [--keep DIR]
Makes a good file and mutants of it with press_files.py; each mutant must give its finding, named on
its page, and the good file none. exit: 0 all right, 1 something is wrong.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent

# By mutant: the code that must be there, the page it must name (0: the whole file), the profile.
EXPECTED = {
    "rgb-logo": ("K33", 2, "ofset-krida"),
    "picture-96": ("K39", 2, "ofset-krida"),
    "picture-ink": ("K37", 2, "ofset-krida"),
    "text-4c": ("K35", 1, "ofset-krida"),
    "bleed-none": ("K41", 1, "ofset-krida"),
    "bleed-art": ("K41", 3, "ofset-krida"),
    "pages-49": ("K47", 0, "ofset-krida"),
    "hairline": ("K40", 1, "ofset-krida"),
    "hairline-area": ("K40", 1, "ofset-krida"),
    "annotation": ("K49", 1, "ofset-krida"),
    "font-missing": ("K30", 1, "ofset-krida"),
    "spot": ("K34", 0, "ofset-krida"),
    "ink": ("K37", 1, "ofset-krida"),
    "overlap": ("K38", 1, "ofset-krida"),
    "white-overprint": ("K46", 1, "ofset-krida"),
    "unclaimed": ("K48", 0, "ofset-krida"),
    "edge-text": ("K42", 1, "ofset-krida"),
    "knockout": ("K36", 1, "ofset-krida"),
    "sizes": ("K50", 4, "ofset-krida"),
    "transparency": ("K45", 1, "kotouc"),
    "tile-ink": ("K37", 1, "ofset-krida"),
    "shading-ink": ("K37", 1, "ofset-krida"),
    "type3-rgb": ("K33", 1, "ofset-krida"),
    "jpeg-ink": ("K37", 2, "ofset-krida"),
    "stamp-rgb": ("K33", 1, "ofset-krida"),
    "layer-off": ("K55", 0, "ofset-krida"),
}
# Fonts of the files made here are embedded whole.
HARMLESS = {"K32"}


def preflight(sazba, file, profile):
    said = subprocess.run([sazba, "preflight", file, "--profile", profile, "--format", "json"],
                          capture_output=True, text=True)
    return said.returncode, json.loads(said.stdout) if said.stdout else {"findings": []}


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sazba", required=True)
    parser.add_argument("--keep")
    options = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(options.keep or temporary)
        made = subprocess.run([sys.executable, HERE / "press_files.py", "mutants", folder],
                              capture_output=True, text=True)
        if made.returncode:
            print(made.stderr[-500:])
            return 1
        results = []
        for name in ("good", "near-miss"):
            code, report = preflight(options.sazba, folder / f"{name}.pdf", "ofset-krida")
            strange = [f["message"]["en"] for f in report["findings"] if f["code"] not in HARMLESS]
            results.append((name, strange + ([f"exit {code}"] if code else [])))
        for name, (wanted, page, profile) in EXPECTED.items():
            code, report = preflight(options.sazba, folder / f"{name}.pdf", profile)
            found = [f for f in report["findings"] if f["code"] == wanted]
            place = f"Page {page}:" if page else ""
            named = [f for f in found if f["message"]["en"].startswith((place, f"Pages {page}"))]
            severe = any(f["severity"] == "error" for f in found)
            problems = []
            if not named:
                problems.append(f"{wanted} on page {page} is missing: "
                                + "; ".join(f["code"] + " " + f["message"]["en"] for f in report["findings"]))
            elif severe and code != 1:
                problems.append(f"exit {code} in spite of an error")
            results.append((name, problems))
        for name, problems in results:
            print(f"{'FAIL' if problems else 'PASS'} {name}")
            for problem in problems[:8]:
                print(f"     {problem[:400]}")
            failed += bool(problems)
    print(f"press_check: {len(results) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
