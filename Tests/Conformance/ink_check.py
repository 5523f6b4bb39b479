#!/usr/bin/env python3
"""Is the ink that our preflight adds up what Ghostscript lays down?

usage: ink_check.py --sazba PATH [--limit 300] file.pdf...
Each page is rastered into its plates (tiffsep, overprint simulated, the colours of the file's own output
intent). No place may take more than the limit, and no page more than preflight says; the greatest of both
must be near. exit: 0 right, 1 not.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

import numpy as np
from PIL import Image

Image.MAX_IMAGE_PIXELS = None
DPI = 72


def plates(path, folder, number):
    """The plates of a page by name, in percent."""
    subprocess.run(["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", f"-r{DPI}",
                    "-dOverprint=/simulate", f"-dFirstPage={number[0]}", f"-dLastPage={number[1]}",
                    f"-sOutputFile={folder}/p%05d.tif", str(path)], check=True, capture_output=True)
    found = {}
    for file in sorted(pathlib.Path(folder).glob("p*(*).tif")):
        page, plate = file.name[:-5].split("(")
        found.setdefault(page, {})[plate] = file
    return found


def greatest(path):
    """The greatest sum of inks of each page, and of the file."""
    most = []
    with tempfile.TemporaryDirectory() as folder:
        files = plates(path, folder, (1, 100_000))
        for page in sorted(files):
            whole = None
            for file in files[page].values():
                ink = 100 - np.asarray(Image.open(file)).astype(float) / 255 * 100
                whole = ink if whole is None else whole + ink
            most.append(float(whole.max()))
    return most


def stated(sazba, path, profile):
    said = subprocess.run([sazba, "preflight", path, "--profile", profile, "--format", "json"],
                          capture_output=True, text=True)
    facts = json.loads(said.stdout)["facts"]
    return float(facts["ink"]["en"].split()[0])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sazba", required=True)
    parser.add_argument("--limit", type=float, default=300)
    parser.add_argument("--profile", default="ofset-krida")
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    failed = False
    for path in options.files:
        pages = greatest(path)
        found, said = max(pages), stated(options.sazba, path, options.profile)
        faults = []
        for number, ink in enumerate(pages, 1):
            # A plate has 255 steps: four of them make a percent and a half.
            if ink > options.limit + 1.6:
                faults.append(f"page {number}: {ink:.1f} % of ink, {options.limit:g} % are allowed")
            if ink > said + 1.6:
                faults.append(f"page {number}: {ink:.1f} % of ink, preflight says {said:g} % at most")
        if abs(found - said) > 4:
            faults.append(f"the greatest is {found:.1f} %, preflight says {said:g} %")
        print(f"{'FAIL' if faults else 'PASS'} {path}: {len(pages)} pages, {found:.1f} % of ink at most, "
              f"preflight says {said:g} %")
        for fault in faults[:8]:
            print(f"  {fault}")
        failed = failed or bool(faults)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
