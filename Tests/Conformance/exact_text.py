#!/usr/bin/env python3
"""exact_text.py - do the tags alone give the document's text, letter by letter and in order?

usage: exact_text.py FILE.pdf EXPECTED.txt
EXPECTED.txt: every paragraph, heading, cell, label and line of the contents, as printed (page numbers
resolved), in the order of the document, separated by blank lines. The structure tree is walked in
its order; marked content gives ActualText where it has one, else its codes through ToUnicode.
Compared exactly, no-break spaces and thin spaces included; only U+00AD (a hyphen at a line's end is
no letter of the text) and the line ends of the expected file are left out.
exit: 0 the same, 1 not, 2 usage.
"""

import difflib
import re
import sys

import pikepdf
import unicode_map


class Font:
    """A font's codes as text, by its ToUnicode."""

    def __init__(self, font):
        self.bytes = 2 if font.get("/Subtype") == "/Type0" else 1
        self.table = {}
        encoding = font.get("/Encoding")
        if isinstance(encoding, pikepdf.Stream):
            self.bytes = unicode_map.code_length(encoding.read_bytes().decode("latin-1"))
        if "/ToUnicode" in font:
            self.table = unicode_map.texts(font["/ToUnicode"].read_bytes().decode("latin-1"))

    def text(self, string):
        data = bytes(string)
        codes = [int.from_bytes(data[i:i + self.bytes], "big") for i in range(0, len(data), self.bytes)]
        return "".join(self.table.get(code, "\ufffd") for code in codes)


def marked_texts(page, fonts):
    """The text of each marked-content number of a page."""
    texts, stack, font = {}, [], None
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "Tf":
            reference = page.obj["/Resources"]["/Font"][str(operands[0])]
            key = reference.objgen if reference.is_indirect else (page.obj.objgen, str(operands[0]))
            font = fonts.setdefault(key, Font(reference))
        elif name in ("BDC", "BMC"):
            properties = operands[1] if name == "BDC" else {}
            if isinstance(properties, pikepdf.Name):
                properties = page.obj["/Resources"]["/Properties"][str(properties)]
            number = properties.get("/MCID")
            actual = properties.get("/ActualText")
            if number is None and actual is not None:
                add(stack, texts, str(actual))
            stack.append((None if number is None else int(number), actual is not None,
                          str(operands[0]) == "/Artifact"))
            if number is not None:
                texts.setdefault(int(number), "")
                texts[int(number)] += str(actual) if actual is not None else ""
        elif name == "EMC":
            stack.pop()
        elif name in ("Tj", "'", '"'):
            add(stack, texts, font.text(operands[-1]))
        elif name == "TJ":
            add(stack, texts, "".join(
                font.text(part) for part in operands[0] if isinstance(part, pikepdf.String)))
    return texts


def add(stack, texts, text):
    """Adds shown text to the innermost numbered scope, unless something replaces or hides it."""
    if not text or any(replaced or artifact for _, replaced, artifact in stack):
        return
    for number, _, _ in reversed(stack):
        if number is not None:
            texts[number] += text
            return


def walk(element, page, texts, out, entries):
    """Adds the text of an element and all below it, in the order of the tree; notes TOCI texts."""
    if isinstance(element, int):
        out.append(texts[page].get(int(element), ""))
        return
    if isinstance(element, pikepdf.Array):
        for kid in element:
            walk(kid, page, texts, out, entries)
        return
    page = element["/Pg"].objgen if "/Pg" in element else page
    kind = element.get("/Type")
    if kind == "/MCR":
        out.append(texts[page].get(int(element["/MCID"]), ""))
    elif kind == "/OBJR":
        return
    elif "/ActualText" in element:
        out.append(str(element["/ActualText"]))
    elif "/K" in element:
        start = len(out)
        walk(element["/K"], page, texts, out, entries)
        if element.get("/S") == "/TOCI":
            entries.append(plain("".join(out[start:])))


def plain(text):
    """Without line ends and without U+00AD, which is no letter of the text."""
    return re.sub("[\u00ad\r\n]", "", text)


def read(path):
    """The text through the tags, and the text of each line of the contents."""
    fonts, texts, out, entries = {}, {}, [], []
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            texts[page.obj.objgen] = marked_texts(page, fonts)
        walk(pdf.Root["/StructTreeRoot"]["/K"], None, texts, out, entries)
    return plain("".join(out)), entries


def main():
    if len(sys.argv) != 3 or sys.argv[1].startswith("-"):
        print(__doc__, file=sys.stderr)
        return 2
    with open(sys.argv[2], encoding="utf-8", newline="") as file:
        expected = plain(file.read())
    found, _ = read(sys.argv[1])
    same = found == expected
    print(f"{'PASS' if same else 'FAIL'} {sys.argv[1]}: {len(expected)} letters expected, "
          f"{len(found)} through the tags")
    if not same:
        place = next((i for i, (a, b) in enumerate(zip(expected, found)) if a != b),
                     min(len(expected), len(found)))
        print(f"  at {place}: expected {expected[place-30:place+40]!r}")
        print(f"  at {place}:    found {found[place-30:place+40]!r}")
        if len(expected) < 60_000:
            changes = difflib.SequenceMatcher(None, expected, found, autojunk=False)
            parts = [c for c in changes.get_opcodes() if c[0] != "equal"]
            print(f"  {len(parts)} differences; the first: " + "; ".join(
                f"{expected[a:b]!r} → {found[c:d]!r}" for _, a, b, c, d in parts[:6]))
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
