#!/usr/bin/env python3
"""Folds, cuts and gathers rasters of imposed sheets like paper and reads the page numbers back.

usage: fold_check.py --sazba PATH [--counts 8,12,32,48,52] [--keep DIR]
It knows nothing of the plan: sheets are arrays that are flipped, halved and stacked; each page of the
finished pile must show its number in bars, upright, in its place. The numbered pages come from
press_files.py, rasters from poppler. exit: 0 all right, 1 something is wrong, 2 a tool is missing.
"""

import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile

import numpy as np
from PIL import Image

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
DPI = 60
PX = DPI / 25.4
WIDTH, HEIGHT, BLEED = 148, 210, 3
SHEETS = {4: "SRA3", 8: "SRA2", 16: "SRA1"}


def run(*words):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True)


def rasters(pdf):
    """Grey rasters of all pages as arrays."""
    with tempfile.TemporaryDirectory() as folder:
        said = run("pdftoppm", "-r", DPI, "-gray", pdf, pathlib.Path(folder) / "s")
        if said.returncode or said.stderr.strip():
            raise SystemExit(f"fold_check: pdftoppm: {said.stderr.strip()[:300]}")
        return [np.asarray(Image.open(file)) for file in sorted(pathlib.Path(folder).glob("s-*"))]


def middle(image, width, height):
    """The middle of an image, so many millimetres wide and high."""
    h, w = round(height * PX), round(width * PX)
    y, x = (image.shape[0] - h) // 2, (image.shape[1] - w) // 2
    return image[y:y + h, x:x + w]


def number(page):
    """The number that the bars of an upright page say; None where there are no bars."""
    base = HEIGHT / 2 + 20
    value, bars = 0, 0
    for bit in range(12):
        x = round((25 + bit * 6 + 2) * PX)
        bars += page[round((base - 1.5) * PX), x] < 100
        value |= int(page[round((base - 6.5) * PX), x] < 100) << bit
    if bars == 0:
        return 0 if page[round(70 * PX):round(190 * PX), round(20 * PX):round(120 * PX)].min() > 200 else None
    return value if bars == 12 else None


def under_across(stack, fold):
    """Folds the left part of a stack under the right one; fold is in pixels from the left."""
    right = [(front[:, fold:], back[:, :back.shape[1] - fold]) for front, back in stack]
    left = [(back[:, back.shape[1] - fold:], front[:, :fold]) for front, back in reversed(stack)]
    return right + left


def under_down(stack):
    """Folds the upper half of a stack under the lower one."""
    half = stack[0][0].shape[0] // 2
    lower = [(front[-half:], back[-half:]) for front, back in stack]
    upper = [(np.rot90(back[:half], 2), np.rot90(front[:half], 2)) for front, back in reversed(stack)]
    return lower + upper


def folded(front, back, pages, spine):
    """The leaves of a folded sheet from the top: (right-hand page, left-hand page), trimmed."""
    columns, rows = {4: (2, 1), 8: (2, 2), 16: (4, 2)}[pages]
    waste = 2 * BLEED
    width = columns * WIDTH + columns // 2 * 2 * spine + (columns // 2 - 1) * waste
    height = rows * HEIGHT + (rows - 1) * waste
    stack = [(middle(front, width, height), middle(back, width, height))]
    if columns == 4:
        stack = under_across(stack, stack[0][0].shape[1] // 2)
    if rows == 2:
        stack = under_down(stack)
    stack = under_across(stack, stack[0][0].shape[1] - round((WIDTH + spine) * PX))
    x, y = round(spine * PX), round((rows - 1) * BLEED * PX)
    w, h = round(WIDTH * PX) - 1, round(HEIGHT * PX) - 1
    leaves = []
    for top, under in stack:
        end = under.shape[1] - x
        leaves.append((top[y:y + h, x:x + w], under[y:y + h, max(0, end - w):end]))
    return leaves


def sides(images, turning):
    """Printed sheets as (front, back), the back as seen when turned left over right."""
    if turning == "sheetwise":
        return list(zip(images[0::2], images[1::2]))
    pieces = []
    for form in images:
        h, w = form.shape
        if turning == "work-and-turn":
            pieces.append((form[:, :w // 2], form[:, w - w // 2:]))
        else:
            pieces.append((form[:h // 2], np.rot90(form[h - h // 2:], 2)))
    return pieces


def bound(images, total, scheme, pages, section, turning, spine):
    """The pages of a stitched or glued product in order."""
    product, sheets = [], sides(images, turning)
    sizes = [total]
    if scheme == "perfect":
        sizes = [section] * (total // section)
        if total % section:
            sizes.insert(max(0, len(sizes) - 1), total % section)
    for size in sizes:
        heart = []  # nested from the outermost sheet
        outer, leaves = 0, []
        while outer * 2 < size:
            count = pages
            while count > size - outer * 2:
                count //= 2
            leaves.append(folded(*sheets.pop(0), count, spine))
            outer += count // 2
        for sheet in reversed(leaves):
            half = len(sheet) // 2
            heart = sheet[:half] + heart + sheet[half:]
        for leaf in heart:
            product += leaf
    if sheets:
        raise ValueError(f"{len(sheets)} sheets too many")
    return product


def cells(image, columns, rows, gap):
    block = middle(image, columns * WIDTH + (columns - 1) * gap, rows * HEIGHT + (rows - 1) * gap)
    for row in range(rows):
        for column in range(columns):
            x, y = round(column * (WIDTH + gap) * PX), round(row * (HEIGHT + gap) * PX)
            yield block[y:y + round(HEIGHT * PX) - 1, x:x + round(WIDTH * PX) - 1]


def stacked(images, columns, rows, gap, duplex):
    piles = [[] for _ in range(columns * rows)]
    step = 2 if duplex else 1
    for index in range(0, len(images), step):
        fronts = list(cells(images[index], columns, rows, gap))
        backs = list(cells(images[index + 1], columns, rows, gap)) if duplex else []
        for place, front in enumerate(fronts):
            piles[place].append(front)
            if duplex:
                row, column = divmod(place, columns)
                piles[place].append(backs[row * columns + columns - 1 - column])
    return [page for pile in piles for page in pile]


def side_by_side(images, columns, rows, gap):
    return [page for image in images for page in cells(image, columns, rows, gap)]


def jobs():
    for fold in (4, 8, 16):
        yield dict(scheme="saddle", fold=fold, sheet=SHEETS[fold])
        yield dict(scheme="perfect", fold=fold, sheet="1000x720" if fold == 16 else SHEETS[fold])
    yield dict(scheme="saddle", fold=4, sheet="SRA2", turning="work-and-turn")
    yield dict(scheme="saddle", fold=4, sheet="SRA2", turning="work-and-tumble")
    yield dict(scheme="perfect", fold=8, sheet="SRA1", turning="work-and-turn")
    yield dict(scheme="perfect", fold=8, sheet="SRA1", turning="work-and-tumble")
    yield dict(scheme="cutstack", grid=(2, 1), sheet="SRA3")
    yield dict(scheme="cutstack", grid=(2, 2), sheet="SRA2", gap=6)
    yield dict(scheme="cutstack", grid=(2, 2), sheet="SRA2", gap=6, simplex=True)
    yield dict(scheme="nup", grid=(2, 1), sheet="SRA3")
    yield dict(scheme="nup", grid=(3, 2), sheet="SRA2", gap=4)
    yield dict(scheme="saddle", fold=4, sheet="SRA3", blanks="before-cover", short=3)


def check(sazba, count, job, folder):
    """What is wrong with one job, as a list of sentences."""
    count -= job.get("short", 0)
    source = folder / f"pages-{count}.pdf"
    if not source.exists():
        made = run(sys.executable, HERE / "press_files.py", "pages", count, source)
        if made.returncode:
            return [made.stderr[-300:]]
    out = folder / "sheets.pdf"
    scheme, turning = job["scheme"], job.get("turning", "sheetwise")
    words = [sazba, "impose", source, "--scheme", scheme, "--sheet", job["sheet"], "--turning",
             turning, "--output", out, "--lang", "en", "--gap", job.get("gap", 0)]
    if "fold" in job:
        words += ["--fold", job["fold"]]
    if "grid" in job:
        words += ["--grid", "{}x{}".format(*job["grid"])]
    words += ["--simplex"] if job.get("simplex") else []
    words += ["--blanks", job["blanks"]] if "blanks" in job else []
    said = run(*words)
    if said.returncode:
        return [f"exit {said.returncode}: {said.stderr.strip()[:300]}"]
    images = rasters(out)
    total = (count + 3) // 4 * 4
    gap = job.get("gap", 0)
    if scheme in ("saddle", "perfect"):
        product = bound(images, total, scheme, job["fold"], 16, turning, 3 if scheme == "perfect" else 0)
    elif scheme == "cutstack":
        product = stacked(images, *job["grid"], gap, not job.get("simplex"))
    else:
        product = side_by_side(images, *job["grid"], gap)
    blanks = len(product) - count
    expected = list(range(1, count + 1))
    expected[count - 1 if "blanks" in job else count:0] = []
    if "blanks" in job:
        expected[-1:-1] = [0] * blanks
    else:
        expected += [0] * blanks
    problems = []
    for place, (page, wanted) in enumerate(zip(product, expected), 1):
        read = number(page)
        if read != wanted:
            problems.append(f"page {place} of the product shows {read}, should show {wanted or 'nothing'}"
                            + (" (it stands on its head)" if number(np.rot90(page, 2)) == wanted else ""))
    return problems


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sazba", required=True)
    parser.add_argument("--counts", default="8,12,32,48,52")
    parser.add_argument("--keep")
    options = parser.parse_args()
    if not shutil.which("pdftoppm"):
        print("fold_check: pdftoppm is missing", file=sys.stderr)
        return 2
    failed = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(options.keep or temporary)
        for job in jobs():
            for count in map(int, options.counts.split(",")):
                problems = check(options.sazba, count, job, folder)
                name = " ".join(str(value) for value in job.values())
                print(f"{'FAIL' if problems else 'PASS'} {name}, {count} pages", flush=True)
                for problem in problems[:5]:
                    print(f"     {problem}")
                failed += bool(problems)
    print(f"fold_check: {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
