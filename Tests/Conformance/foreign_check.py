#!/usr/bin/env python3
"""Are pages of files that are not ours imposed as every viewer shows them, their content unchanged?

usage: foreign_check.py --sazba PATH [--keep DIR]
Makes a file of seven pages (turned by 90, 180 and 270 degrees, media boxes that do not begin at zero, crop
boxes within them, a trim box within those, a smaller page), imposes it in each scheme and compares rasters
by poppler, cell by cell, with the page as it is shown alone; a shifted cell must not compare (the check
of the check). Streams of pages must be in the sheets byte for byte. Then the numbers of the matrices: with
leaves of 0.3 mm each page stands by its leaf's creep nearer to the spine than without.
exit: 0 all right, 1 something is wrong, 2 a tool is missing.
"""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import numpy as np
import pikepdf
from PIL import Image
from pikepdf import Array, Dictionary, Name

sys.dont_write_bytecode = True
MM = 72 / 25.4
DPI = 72
WIDTH, HEIGHT = 148 * MM, 210 * MM


def run(*words):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True)


def add(pdf, font, number, width, height, **boxes):
    """A page on which nothing is symmetric: its number, an angle in one corner, a frame."""
    content = (f"0.9 0.95 1 rg 0 0 {width:.2f} {height:.2f} re f 0 g 10 10 60 30 re f 10 10 20 80 re f "
               f"BT /F 120 Tf {width / 2 - 60:.2f} {height / 2 - 40:.2f} Td ({number}) Tj ET "
               f"1 0 0 RG 2 w 3 3 {width - 6:.2f} {height - 6:.2f} re S")
    page = pdf.add_blank_page(page_size=(width, height)).obj
    page.Contents = pdf.make_stream(content.encode())
    page.Resources = Dictionary(Font=Dictionary(F=font))
    page.MediaBox = Array(boxes.get("media", [0, 0, width, height]))
    for key, name in (("crop", "CropBox"), ("trim", "TrimBox")):
        if key in boxes:
            page[f"/{name}"] = Array(boxes[key])
    if "turn" in boxes:
        page.Rotate = boxes["turn"]


def foreign(path, count=None):
    """The foreign file; with a count, so many plain pages."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    w, h = WIDTH, HEIGHT
    if count:
        for number in range(1, count + 1):
            add(pdf, font, number, w, h)
    else:
        add(pdf, font, 1, w, h)
        add(pdf, font, 2, w, h, media=[-40, -30, w + 40, h + 30], crop=[0, 0, w, h])
        add(pdf, font, 3, h, w, turn=90)
        add(pdf, font, 4, h, w, turn=270)
        add(pdf, font, 5, w, h, turn=180)
        add(pdf, font, 6, w, h, media=[-60, -60, w + 60, h + 60], crop=[-20, -20, w + 20, h + 20],
            trim=[0, 0, w, h])
        add(pdf, font, 7, w - 8 * MM, h - 10 * MM)
    pdf.save(path)


def rasters(path, folder, *more):
    said = run("pdftoppm", "-r", DPI, "-gray", *more, path, folder / path.stem)
    if said.returncode:
        raise SystemExit(f"foreign_check: pdftoppm: {said.stderr.strip()[:300]}")
    files = sorted(folder.glob(f"{path.stem}-*.pgm"))
    return [np.asarray(Image.open(file)).astype(int) for file in files]


def shown(source, folder):
    """Each page cut to its trim, as a viewer shows it."""
    cut = folder / "cut.pdf"
    with pikepdf.open(source) as pdf:
        for page in pdf.pages:
            page.obj.CropBox = Array([*page.obj.get("/TrimBox", page.obj.get("/CropBox", page.obj.MediaBox))])
        pdf.save(cut)
    return rasters(cut, folder, "-cropbox")


def at(image, x, y, width, height):
    """A part of a raster by its middle; x and y in points from the middle of the image."""
    left = round(image.shape[1] / 2 + x - width / 2)
    top = round(image.shape[0] / 2 + y - height / 2)
    return image[top:top + height, left:left + width]


def differs(cell, page):
    """The share of a page's pixels that are far from all pixels around the same place of the cell."""
    if cell.shape != page.shape:
        return 1.0
    def around(image, choose):
        padded = np.pad(image, 1, mode="edge")
        h, w = image.shape
        return choose([padded[i:i + h, j:j + w] for i in range(3) for j in range(3)], axis=0)
    low, high = around(cell, np.min) - 40, around(cell, np.max) + 40
    return float(((page < low) | (page > high))[4:-4, 4:-4].mean())


def order(scheme, count):
    """For each side of a sheet the pages of its two places, 0 for a blank one, as printers write it down."""
    whole = -(-count // 4) * 4
    def page(number):
        return number if number <= count else 0
    if scheme == "nup":
        return [[page(n), page(n + 1)] for n in range(1, count + 1, 2)]
    if scheme == "cutstack":
        half = whole // 2
        return [s for n in range(1, half, 2) for s in
                ([page(n), page(half + n)], [page(half + n + 1), page(n + 1)])]
    return [s for n in range(0, whole // 2, 2) for s in
            ([page(whole - n), page(n + 1)], [page(n + 2), page(whole - n - 1)])]


def impose(sazba, source, target, scheme, *more):
    words = [sazba, "impose", source, "--scheme", scheme, "--sheet", "SRA3", "--output", target]
    words += ["--grid", "2x1", "--gap", 0] if scheme in ("nup", "cutstack") else []
    said = run(*words, *more)
    return "" if said.returncode == 0 else f"exit {said.returncode}: {said.stderr.strip()[:300]}"


def look(sazba, scheme, source, pages, folder):
    """What is wrong with the sheets of a scheme."""
    target = folder / f"{scheme}.pdf"
    trouble = impose(sazba, source, target, scheme, "--paper", 0.1)
    if trouble:
        return [trouble]
    # In sections each page keeps 3 mm for the spine, which is ground off.
    middle = WIDTH / 2 + (3 * MM if scheme == "perfect" else 0)
    problems, images = [], rasters(target, folder)
    for side, (image, places) in enumerate(zip(images, order(scheme, len(pages)), strict=True), 1):
        for place, number in enumerate(places):
            x = middle if place else -middle
            if number == 0:
                if at(image, x, 0, round(WIDTH) - 8, round(HEIGHT) - 8).min() < 250:
                    problems.append(f"side {side}, place {place + 1}: should be blank")
                continue
            page = pages[number - 1]
            height, width = page.shape
            found = [differs(at(image, x + dx, dy, width, height), page)
                     for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
            if min(found) > 0.004:
                problems.append(f"side {side}, place {place + 1}: is not page {number} ({min(found):.3f})")
            if differs(at(image, x + 9, 5, width, height), page) < 0.004:
                problems.append("the check does not see a page that is shifted")
    with pikepdf.open(source) as old, pikepdf.open(target) as new:
        streams = {bytes(o.read_bytes()).strip() for o in new.objects
                   if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Form"}
        for number, page in enumerate(old.pages, 1):
            if bytes(page.Contents.read_bytes()).strip() not in streams:
                problems.append(f"the content of page {number} is not in the sheets as it was")
    return problems


def origins(path):
    """By sheet side where its pages' matrices put them: their shifts to the right."""
    with pikepdf.open(path) as pdf:
        return [[float(x) for x in re.findall(rb"1 0 0 1 ([-\d.]+) [-\d.]+ cm\s+/P\d+ Do",
                                              b"\n".join(s.read_bytes() for s in contents(page)))]
                for page in pdf.pages]


def contents(page):
    found = page.obj.Contents
    return list(found) if isinstance(found, Array) else [found]


def creep(sazba, folder):
    """The matrices of twelve pages on three sheets, with leaves of 0.3 mm and without thickness."""
    source, thick, thin = folder / "plain.pdf", folder / "thick.pdf", folder / "thin.pdf"
    foreign(source, 12)
    for target, paper in ((thick, 0.3), (thin, 0)):
        trouble = impose(sazba, source, target, "saddle", "--paper", paper)
        if trouble:
            return [trouble]
    problems = []
    for side, (moved, plain) in enumerate(zip(origins(thick), origins(thin), strict=True)):
        if len(moved) != 2 or len(plain) != 2:
            return [f"side {side + 1} has {len(moved)} pages, should have 2"]
        wanted = side // 2 * 0.3 * MM
        left, right = (sorted(moved)[n] - sorted(plain)[n] for n in (0, 1))
        if abs(left - wanted) > 0.01 or abs(right + wanted) > 0.01:
            problems.append(f"side {side + 1}: creep is {left:.3f} and {right:.3f} pt, should be ±{wanted:.3f}")
    return problems


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sazba", required=True)
    parser.add_argument("--keep", type=pathlib.Path)
    options = parser.parse_args()
    if not shutil.which("pdftoppm"):
        print("foreign_check: pdftoppm is missing")
        return 2
    wrong = 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or pathlib.Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        source = folder / "foreign.pdf"
        foreign(source)
        pages = shown(source, folder)
        results = [(scheme, look(options.sazba, scheme, source, pages, folder))
                   for scheme in ("saddle", "perfect", "cutstack", "nup")]
        for name, problems in [*results, ("creep", creep(options.sazba, folder))]:
            print(f"{'FAIL' if problems else 'PASS'} {name}")
            for problem in problems:
                print("  ", problem)
            wrong += bool(problems)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
