#!/usr/bin/env python3
"""Folds, cuts and gathers rasters of imposed sheets like paper and reads the page numbers back.

usage: fold_check.py --sazba PATH [--counts 8,12,32,48,52] [--keep DIR] [--self-test]
It knows nothing of the plan: sheets are arrays that are flipped, halved and stacked; each page of the
finished pile must show its number in bars, upright, in its place, pushed toward the spine as far as the
leaves around it are thick, and cut at the fold. Marks must stand in the margins and on no page. The
numbered pages come from press_files.py, rasters from poppler. --self-test spoils sheets as a printer
might (swapped, turned, without creep …): each must be noticed.
exit: 0 all right, 1 something is wrong, 2 a tool is missing.
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


def shift(page):
    """How far, in millimetres to the right, the first bar of a page stands from where it was drawn."""
    row = round((HEIGHT / 2 + 20 - 1.5) * PX)
    dark = np.flatnonzero(page[row, :round(60 * PX)] < 128)
    return None if dark.size == 0 else dark[0] / PX - 25


def number(page):
    """The number that the bars of an upright page say; None where there are no bars."""
    base = HEIGHT / 2 + 20
    value, bars = 0, 0
    # Creep pushes all bars alike; more than this is no creep.
    pushed = shift(page) or 0
    pushed = pushed if abs(pushed) < 6 else 0
    for bit in range(12):
        x = round((25 + bit * 6 + 2 + pushed) * PX)
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
    yield dict(scheme="saddle", fold=4, sheet="SRA3", paper=THICK)
    yield dict(scheme="saddle", fold=8, sheet="SRA2", paper=THICK)
    yield dict(scheme="perfect", fold=4, sheet="SRA3", paper=THICK)
    yield dict(scheme="saddle", fold=4, sheet="SRA2", turning="work-and-turn")
    yield dict(scheme="saddle", fold=4, sheet="SRA2", turning="work-and-tumble")
    yield dict(scheme="perfect", fold=8, sheet="SRA1", turning="work-and-turn")
    yield dict(scheme="perfect", fold=8, sheet="SRA1", turning="work-and-tumble")
    yield dict(scheme="cutstack", grid=(2, 1), sheet="SRA3")
    yield dict(scheme="cutstack", grid=(2, 1), sheet="SRA2", turning="work-and-turn")
    yield dict(scheme="cutstack", grid=(2, 1), sheet="SRA2", turning="work-and-tumble")
    yield dict(scheme="cutstack", grid=(2, 2), sheet="SRA2", gap=6)
    yield dict(scheme="cutstack", grid=(2, 2), sheet="SRA2", gap=6, simplex=True)
    yield dict(scheme="nup", grid=(2, 1), sheet="SRA3")
    yield dict(scheme="nup", grid=(3, 2), sheet="SRA2", gap=4)
    yield dict(scheme="saddle", fold=4, sheet="SRA3", blanks="before-cover", short=3)


# A leaf so thick that creep shows in rasters of 60 dpi.
THICK = 0.3


def imposed(sazba, count, job, folder, *more):
    """The rasters of a job's sheets, or what went wrong, and how many pages its file has."""
    count -= job.get("short", 0)
    source = folder / f"pages-{count}.pdf"
    if not source.exists():
        made = run(sys.executable, HERE / "press_files.py", "pages", count, source, "--bleed", 5)
        if made.returncode:
            return made.stderr[-300:], count
    out = folder / "sheets.pdf"
    words = [sazba, "impose", source, "--scheme", job["scheme"], "--sheet", job["sheet"], "--turning",
             job.get("turning", "sheetwise"), "--output", out, "--lang", "en",
             "--paper", job.get("paper", 0.1)]
    if "fold" in job:
        words += ["--fold", job["fold"]]
    if "grid" in job:
        words += ["--grid", "{}x{}".format(*job["grid"]), "--gap", job.get("gap", 0)]
    words += ["--simplex"] if job.get("simplex") else []
    words += ["--blanks", job["blanks"]] if "blanks" in job else []
    said = run(*words, *more)
    if said.returncode:
        return f"exit {said.returncode}: {said.stderr.strip()[:300]}", count
    return rasters(out), count


def product_of(images, count, job):
    """The finished pages in order."""
    scheme, turning, gap = job["scheme"], job.get("turning", "sheetwise"), job.get("gap", 0)
    if scheme in ("saddle", "perfect"):
        return bound(images, (count + 3) // 4 * 4, scheme, job["fold"], 16, turning,
                     3 if scheme == "perfect" else 0)
    if scheme == "cutstack":
        if turning != "sheetwise":
            images = [side for pair in sides(images, turning) for side in pair]
        return stacked(images, *job["grid"], gap, not job.get("simplex"))
    return side_by_side(images, *job["grid"], gap)


def creep_problems(product, job, count):
    """Pages that are not pushed toward the spine by the leaves that lie around them."""
    problems, total = [], len(product)
    sections = [total]
    if job["scheme"] == "perfect":
        sections = [16] * (total // 16)
        if total % 16:
            sections.insert(max(0, len(sections) - 1), total % 16)
    first = 0
    for size in sections:
        for place in range(size):
            leaf = place // 2
            wanted = min(leaf, size // 2 - 1 - leaf) * job["paper"]
            # The spine of a right-hand page, an even place from 0, is at its left.
            wanted *= -1 if place % 2 == 0 else 1
            found = shift(product[first + place])
            if found is not None and abs(found - wanted) > 0.9:
                problems.append(f"page {first + place + 1} is shifted by {found:.1f} mm, should be {wanted:.1f}")
        first += size
    return problems


def problems_of(images, count, job):
    """What is wrong with the sheets of a job, as a list of sentences."""
    try:
        product = product_of(images, count, job)
    except (ValueError, IndexError) as error:
        return [f"the sheets cannot be folded: {error}"]
    cells = job["grid"][0] * job["grid"][1] if "grid" in job else 4
    if job["scheme"] == "cutstack" and not job.get("simplex"):
        cells *= 2
    blanks = -count % cells
    if len(product) != count + blanks:
        return [f"the product has {len(product)} pages, should have {count + blanks}"]
    expected = list(range(1, count + 1))
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
    if not problems and "paper" in job:
        problems = creep_problems(product, job, count)
    return problems


def check(sazba, count, job, folder):
    images, count = imposed(sazba, count, job, folder)
    return [images] if isinstance(images, str) else problems_of(images, count, job)


def marks_check(sazba, folder):
    """Marks, bar and labels stand around the pages and on none of them."""
    results = []
    for job, texts in (
        (dict(scheme="saddle", fold=4, sheet="SRA3"), ["sheet 1/2 · front · pages 8 1", "sheet 2/2 · back"]),
        (dict(scheme="perfect", fold=4, sheet="SRA3"), ["section 1/1 · front"]),
        (dict(scheme="cutstack", grid=(2, 1), sheet="SRA3"), ["sheet 1/2 · front"]),
        (dict(scheme="nup", grid=(2, 1), sheet="SRA3"), ["sheet 1/4 · front · pages 1 2"]),
        (dict(scheme="saddle", fold=4, sheet="SRA2", turning="work-and-turn"), ["front and back"]),
    ):
        marked, _ = imposed(sazba, 8, job, folder)
        words = run("pdftotext", "-layout", folder / "sheets.pdf", "-").stdout if not isinstance(marked, str) else ""
        plain, _ = imposed(sazba, 8, job, folder, "--no-marks")
        if isinstance(marked, str) or isinstance(plain, str):
            results.append((job, [str(marked)[:200], str(plain)[:200]]))
            continue
        problems = [f"the label lacks “{text}”" for text in texts if text not in " ".join(words.split())]
        spine = 3 if job["scheme"] == "perfect" else 0
        for side, (image, bare) in enumerate(zip(marked, plain), 1):
            problems += side_problems(image, bare, side, job, spine)
        results.append((job, problems))
    return results


def side_problems(image, bare, side, job, spine):
    """Where the marks of a side stand; the pages are the middle of the sheet, or of its halves."""
    problems = []
    parts = [(image, bare)]
    if job.get("turning") == "work-and-turn":
        half = image.shape[1] // 2
        parts = [(image[:, :half], bare[:, :half]), (image[:, -half:], bare[:, -half:])]
    for image, bare in parts:
        width, height = 2 * WIDTH + 2 * spine, HEIGHT
        differs = np.abs(image.astype(int) - bare.astype(int)) > 60
        pages = middle(differs, width + 2 * BLEED, height + 2 * BLEED).copy()
        if spine:
            # Collating marks stand on the fold, in what is ground off.
            fold, reach = pages.shape[1] // 2, round(spine * PX) + 1
            pages[:, fold - reach:fold + reach] = False
        if pages.any():
            problems.append(f"side {side}: marks stand on the pages or in their bleed")
        h, w = differs.shape
        top, left = (h - round(height * PX)) // 2, (w - round(width * PX)) // 2
        upper = differs[:top - round(BLEED * PX)]

        def crossed(x):
            """Whether a mark stands above the pages at so many pixels from the left."""
            return upper[:, max(0, x - 2):x + 3].any()
        for name, x in (("left", left), ("right", left + round(width * PX))):
            if not crossed(x):
                problems.append(f"side {side}: no crop mark above the {name} edge")
        if job["scheme"] in ("saddle", "perfect") and not crossed(w // 2):
            problems.append(f"side {side}: no fold mark above the spine")
    # A bar of patches is wider than a line. A form of two halves has one.
    margin = (np.abs(parts[-1][0].astype(int) - parts[-1][1].astype(int)) > 60)[:, -left + round(BLEED * PX):]
    if not (margin.sum(axis=1) > 3 * PX).any():
        problems.append(f"side {side}: no colour bar")
    return problems


def mutants():
    """Ways to spoil the rasters of a job: a name and a function of the list of sheets' sides."""
    def swapped(images, a, b):
        images = list(images)
        images[a], images[b] = images[b], images[a]
        return images

    def changed(images, at, how):
        images = list(images)
        images[at] = how(images[at])
        return images

    def halves(image):
        half = image.shape[1] // 2
        return np.concatenate([image[:, -half:], image[:, half:-half], image[:, :half]], axis=1)
    return [
        ("two sheets swapped", lambda images: images[2:4] + images[:2] + images[4:]),
        ("fronts of two sheets swapped", lambda images: swapped(images, 0, 2)),
        ("backs of two sheets swapped", lambda images: swapped(images, 1, 3)),
        ("front and back swapped", lambda images: swapped(images, 0, 1)),
        ("a side on its head", lambda images: changed(images, 0, lambda image: np.rot90(image, 2))),
        ("a back on its head", lambda images: changed(images, 3, lambda image: np.rot90(image, 2))),
        ("pages of a side swapped", lambda images: changed(images, 0, halves)),
        ("a back mirrored", lambda images: changed(images, 1, np.fliplr)),
        ("a side empty", lambda images: changed(images, 2, lambda image: np.full_like(image, 255))),
        ("a side missing", lambda images: images[:-1]),
        ("a sheet too many", lambda images: images + images[:2]),
    ]


def self_test(sazba, folder):
    """Every mutant of sheets that are right must be noticed."""
    results = []
    for job in (dict(scheme="saddle", fold=4, sheet="SRA3", paper=THICK),
                dict(scheme="perfect", fold=4, sheet="SRA3", paper=THICK),
                dict(scheme="saddle", fold=8, sheet="SRA2"), dict(scheme="perfect", fold=8, sheet="SRA2"),
                dict(scheme="cutstack", grid=(2, 1), sheet="SRA3"),
                dict(scheme="nup", grid=(2, 1), sheet="SRA3")):
        images, count = imposed(sazba, 48, job, folder)
        if isinstance(images, str) or problems_of(images, count, job):
            results.append((f"{job}: the sheets themselves", False))
            continue
        for name, spoil in mutants():
            results.append((f"{job['scheme']} {job.get('fold', '')}: {name}",
                            bool(problems_of(spoil(list(images)), count, job))))
        if "paper" in job:
            for paper, name in ((0, "no creep"), (0.1, "creep of thinner paper")):
                other, _ = imposed(sazba, 48, {**job, "paper": paper}, folder)
                caught = not isinstance(other, str) and bool(problems_of(other, count, job))
                results.append((f"{job['scheme']}: {name}", caught))
            outward = [np.roll(image, round(6 * PX), axis=1) for image in images]
            results.append((f"{job['scheme']}: sheets off their middle", bool(problems_of(outward, count, job))))
        if job["scheme"] == "saddle" and "paper" in job:
            marked, bare = imposed(sazba, 8, job, folder)[0], imposed(sazba, 8, job, folder, "--no-marks")[0]
            inward = np.roll(marked[0], round(25 * PX), axis=0)
            for name, side in (("no marks", bare[0]), ("marks on the pages", inward)):
                results.append((f"marks: {name}", bool(side_problems(side, bare[0], 1, job, 0))))
    return results


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sazba", required=True)
    parser.add_argument("--counts", default="8,12,32,48,52")
    parser.add_argument("--keep")
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args()
    if not shutil.which("pdftoppm"):
        print("fold_check: pdftoppm is missing", file=sys.stderr)
        return 2
    failed = 0

    def note(passed, name, problems=()):
        nonlocal failed
        print(f"{'PASS' if passed else 'FAIL'} {name}", flush=True)
        for problem in list(problems)[:6]:
            print(f"     {problem}")
        failed += not passed

    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(options.keep or temporary)
        if options.self_test:
            for name, caught in self_test(options.sazba, folder):
                note(caught, f"noticed: {name}")
        else:
            for job in jobs():
                for count in map(int, options.counts.split(",")):
                    problems = check(options.sazba, count, job, folder)
                    note(not problems, " ".join(str(value) for value in job.values()) + f", {count} pages", problems)
            for job, problems in marks_check(options.sazba, folder):
                note(not problems, "marks of " + " ".join(str(value) for value in job.values()), problems)
    print(f"fold_check: {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
