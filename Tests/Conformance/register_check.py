#!/usr/bin/env python3
"""register_check.py - do the lines of both sides of each leaf stand on one grid?

usage: register_check.py [--self-test] FILE.pdf
Reads the place of every character of running text (paragraphs of chapters and sections, by the tags;
no table, card, list, quotation or note) by pdfium, which knows nothing of the grid, and finds out the
face and size of most of them and the distance of most of their lines. Then every line of it, on every
page, must stand a whole number of lines from the first: so lines of facing pages are level, and those
of a leaf's two sides back each other.
--self-test: then moves every line by half a point, one at a time, and fails if that goes unnoticed.
exit: 0 they do, 1 not, 2 usage.
"""

import argparse
import collections
import ctypes
import sys

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

NEAR = 0.1      # points: pdfium rounds, the eye does not see it
LEAST = 20      # characters: what is shorter is a label or a number
# A section that lists its facts, bare of a caption, is a card: its lines stand in its own steps.
CARD = ("/L", "/Table")
PLACES = ("", "/Document", "/Part", "/Sect", "/P", "/Span", "/Link", "/Reference")


def kinds(element):
    """The kinds of the elements right below one."""
    kids = element.get("/K", [])
    kids = kids if isinstance(kids, pikepdf.Array) else [kids]
    return [str(kid.get("/S", "")) for kid in kids if isinstance(kid, pikepdf.Dictionary)]


def running(path):
    """The pages and numbers of the marked contents that are running text."""
    marks = set()
    with pikepdf.open(path) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}

        def walk(element, page, is_text):
            if isinstance(element, pikepdf.Array):
                for kid in element:
                    walk(kid, page, is_text)
            elif isinstance(element, pikepdf.Dictionary):
                page = pages.get(element["/Pg"].objgen, page) if "/Pg" in element else page
                kind = str(element.get("/S", ""))
                if "/MCID" in element and is_text:
                    marks.add((page, int(element["/MCID"])))
                within = is_text if kind in ("", "/Span", "/Link", "/Reference") else kind == "/P"
                if kind == "/Sect" and any(child in CARD for child in kinds(element)):
                    return
                if "/K" in element and kind in PLACES:
                    walk(element["/K"], page, within)
            elif is_text:
                marks.add((page, int(element)))

        walk(pdf.Root["/StructTreeRoot"]["/K"], -1, False)
    return marks


def characters(path):
    """Face, size, place and page of each character of running text."""
    marks = running(path)
    document = pypdfium2.PdfDocument(path)
    for number in range(len(document)):
        page = document[number]
        if page.get_rotation():
            continue  # a turned table has lines of its own
        height = page.get_height()
        own = page.get_textpage()  # closed as soon as nobody holds it
        text = own.raw
        for at in range(pdfium.FPDFText_CountChars(text)):
            x, y = ctypes.c_double(), ctypes.c_double()
            if not pdfium.FPDFText_GetCharOrigin(text, at, x, y):
                continue
            thing = pdfium.FPDFText_GetTextObject(text, at)
            if (number, pdfium.FPDFPageObj_GetMarkedContentID(thing)) not in marks:
                continue
            name = ctypes.create_string_buffer(128)
            pdfium.FPDFText_GetFontInfo(text, at, name, 128, None)
            if pdfium.FPDFText_GetCharAngle(text, at) == 0:
                size = round(pdfium.FPDFText_GetFontSize(text, at), 1)
                yield (name.value.decode(), size), number, height - y.value


def body_lines(path):
    """The baselines of the text, page by page from the top, and the distance of most of them."""
    places = collections.defaultdict(collections.Counter)
    faces = collections.Counter()
    for face, page, y in characters(path):
        faces[face] += 1
        places[face][page, round(y, 2)] += 1
    if not faces:
        return [], 0, ""
    body = faces.most_common(1)[0][0]
    lines = sorted(line for line, count in places[body].items() if count >= LEAST)
    steps = collections.Counter(
        round(below - above, 1) for (page, above), (other, below) in zip(lines, lines[1:])
        if page == other and below - above > body[1])
    return lines, steps.most_common(1)[0][0] if steps else 0, f"{body[0]} {body[1]}"


def offsets(lines, step):
    """How far each line stands from the grid of most lines."""
    phases = collections.Counter(round(y % step, 1) % step for _, y in lines)
    phase = phases.most_common(1)[0][0]
    own = [y % step for _, y in lines if abs((y - phase + step / 2) % step - step / 2) < NEAR]
    phase = sorted(own)[len(own) // 2]
    return [(y - phase + step / 2) % step - step / 2 for _, y in lines]


def off(lines, step):
    return [line for line, by in zip(lines, offsets(lines, step)) if abs(by) > NEAR]


def main():
    options = argparse.ArgumentParser(usage=__doc__)
    options.add_argument("--self-test", action="store_true")
    options.add_argument("file")
    options = options.parse_args()
    lines, step, body = body_lines(options.file)
    pages = len({page for page, _ in lines})
    if len(lines) < 2 or not step:
        print(f"FAIL {options.file}: no lines of text")
        return 1
    wrong = off(lines, step)
    noticed = ""
    if options.self_test and not wrong:
        # The grid of the others stands fast: only the moved line can be off.
        blind = [line for line in lines if not off(lines + [(line[0], line[1] + 0.5)], step)]
        noticed = f"; {len(lines)} lines moved, {len(lines) - len(blind)} noticed"
        wrong = blind
    for page, y in wrong[:20]:
        print(f"  page {page + 1}: a line {y:.2f} pt from the top is off the grid")
    print(f"{'FAIL' if wrong else 'PASS'} {options.file}: {len(lines)} lines of {body} on {pages} pages "
          f"stand {step} pt apart{noticed}{f'; {len(wrong)} off' if wrong else ''}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
