#!/usr/bin/env python3
"""Have several editions of a publication the same pages, lines and letters in the same places?

usage: same_pages.py [--part] first.pdf other.pdf...
Every letter of every page, with its place from the corner of the trimmed page, is taken by pdfium; all
files must have the same ones, to a hundredth of a point. With --part the others may lack pages of the first
(a cover that is a file of its own) and end in empty ones, not change their order. exit: 0 the same, 1 not, 2 not readable.
"""

import argparse
import ctypes
import sys

import pypdfium2 as pdfium
import pypdfium2.raw as raw


def letters(page):
    """The letters of a page with their origins, sorted: on turned pages pdfium has an order of its own.

    Places of space that pdfium adds are left out.
    """
    text = page.get_textpage()
    trim = page.get_trimbox()
    found = []
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        if raw.FPDFText_IsGenerated(text, index) == 1 or code in (10, 13):
            continue
        raw.FPDFText_GetCharOrigin(text, index, ctypes.byref(x), ctypes.byref(y))
        found.append((code, round(x.value - trim[0], 2), round(y.value - trim[1], 2)))
    return sorted(found)


def pages(path):
    pdf = pdfium.PdfDocument(path)
    return [(tuple(round(side, 1) for side in (page.get_trimbox()[2] - page.get_trimbox()[0],
                                               page.get_trimbox()[3] - page.get_trimbox()[1])),
             letters(page)) for page in pdf]


def differences(own, theirs):
    """What differs between two pages, in words; nothing where they are the same."""
    if own[0] != theirs[0]:
        return f"trimmed to {own[0]}, not {theirs[0]}"
    if len(own[1]) != len(theirs[1]):
        return f"{len(own[1])} letters, not {len(theirs[1])}"
    for (a, ax, ay), (b, bx, by) in zip(own[1], theirs[1]):
        if a != b or abs(ax - bx) > .011 or abs(ay - by) > .011:
            return f"{chr(a)!r} at {ax}, {ay}, not {chr(b)!r} at {bx}, {by}"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", action="store_true")
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    try:
        (name, first), *others = [(path, pages(path)) for path in options.files]
    except (pdfium.PdfiumError, OSError) as error:
        print(f"ERROR {error}")
        return 2
    failed = False
    for path, found in others:
        faults, place = [], 0
        while options.part and found and not found[-1][1]:
            found.pop()
        if not options.part and len(found) != len(first):
            faults.append(f"{len(found)} pages, not {len(first)}")
        for number, page in enumerate(found, 1):
            while options.part and place < len(first) and differences(page, first[place]):
                place += 1
            if place >= len(first):
                faults.append(f"page {number} is none of the first file's, or out of order")
                break
            said = differences(page, first[place])
            if said:
                faults.append(f"page {number}: {said}")
            place += 1
        count = sum(len(page[1]) for page in found)
        print(f"{'FAIL' if faults else 'PASS'} {path}: {len(found)} pages, {count} letters as in {name}")
        for fault in faults[:8]:
            print(f"  {fault}")
        failed = failed or bool(faults)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
