#!/usr/bin/env python3
"""catalogue_check.py - is a catalogue true? usage: catalogue_check.py PROJECT FOLDER
FOLDER holds katalog-web.pdf, katalog.csv and katalog.json of PROJECT. Read back from the files alone:
every line that refers to a page prints the number of the page that its link leads to, and what it names
stands there; no street of a secret address (zarizeni.csv, utajena_adresa: ano) is in the text of a page,
a bookmark, a name, the metadata or any other byte of the files. Exit 1 if anything is wrong."""
import csv
import pathlib
import re
import sys
import unicodedata

import pikepdf
import pypdfium2


def plain(text):
    text = unicodedata.normalize("NFC", text).replace("\u00ad", "").replace("\ufffe", "")
    return re.sub(r"[\s\u00a0-]+", "", text)


def secrets(project):
    with (project / "zarizeni.csv").open(encoding="utf-8-sig") as table:
        return [row["ulice"] for row in csv.DictReader(table, delimiter=";")
                if row["utajena_adresa"] == "ano" and row["ulice"]]


def named(tree, found):
    for kid in tree.get("/Kids", []):
        named(kid, found)
    pairs = list(tree.get("/Names", []))
    for name, value in zip(pairs[::2], pairs[1::2]):
        found[str(name)] = value["/D"] if isinstance(value, pikepdf.Dictionary) else value


def references(pdf, readable):
    """Each link within the file: its page, its text, and the index of the page it leads to."""
    numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
    names = {}
    if "/Names" in pdf.Root and "/Dests" in pdf.Root.Names:
        named(pdf.Root.Names.Dests, names)
    for number, page in enumerate(pdf.pages):
        text = readable[number].get_textpage()
        for link in page.get("/Annots", []):
            target = link.get("/Dest") or link.get("/A", {}).get("/D")
            if target is None:
                continue
            if isinstance(target, (pikepdf.String, pikepdf.Name)):
                # Calls of notes and the ways back print the note's number, not a page's.
                if str(target).startswith(("note:", "call:")):
                    continue
                target = names[str(target)]
            points = [float(x) for x in link.get("/QuadPoints", [])]
            boxes = [points[at:at + 8] for at in range(0, len(points), 8)] or [
                [float(link.Rect[side]) for side in (0, 1, 2, 1, 0, 3, 2, 3)]]
            words = " ".join(
                text.get_text_bounded(min(b[::2]) - .5, min(b[1::2]), max(b[::2]) + .5, max(b[1::2]))
                for b in boxes)
            yield number, words, numbers[target[0].objgen]


def faults(project, folder):
    path = folder / "katalog-web.pdf"
    said, seen = [], 0
    readable = pypdfium2.PdfDocument(path)
    texts = [page.get_textpage().get_text_range() for page in readable]
    with pikepdf.open(path) as pdf:
        for number, words, target in references(pdf, readable):
            printed = re.search(r"(\d+)\s*$", words)
            if not printed:
                continue
            seen += 1
            if printed[1] != readable.get_page_label(target):
                said.append(f"page {number + 1}: “{words.strip()}” leads to "
                            f"{readable.get_page_label(target)}")
            name = plain(re.split(r"[,.]", words.strip())[0])
            if len(name) > 3 and not name.isdigit() and name not in plain(texts[target]) \
                    and name.lstrip("0123456789") not in plain(texts[target]):
                said.append(f"page {number + 1}: “{words.strip()}” is not named on its page")
        streams = b"".join(
            item.read_bytes() for item in pdf.objects
            if isinstance(item, pikepdf.Stream) and item.get("/Subtype") != pikepdf.Name("/Image"))
    if not seen:
        said.append("no reference prints a page")
    outline = "".join(item.get_title() for item in readable.get_toc())
    data = [(folder / f"katalog.{kind}").read_bytes() for kind in ("csv", "json")]
    heap = [plain("".join(texts)), plain(outline), " ".join(map(str, folder.iterdir())).replace(" ", "")]
    heap += [plain(chunk.decode("utf-8", "ignore")) for chunk in [path.read_bytes(), streams] + data]
    heap.append(plain(streams.decode("utf-16-be", "ignore")))
    hidden = secrets(project)
    if not hidden:
        said.append("the project has no secret address to look for")
    for street in hidden:
        said += [f"“{street}” is in it" for words in heap if plain(street) in words]
    return said, seen, len(hidden)


def checks(sazba, project, folder):
    import process

    def built():
        made = process.run([sazba, "build", project, "--output", folder])
        if made.code:
            return [(False, f"{project.name}: builds", made.output)]
        said, seen, hidden = faults(project, folder)
        return [(not said, f"{project.name}: pages that lines refer to, secret addresses",
                 "\n".join(said) if said else f"{seen} lines, {hidden} addresses")]

    def ordered():
        # ICU's module belongs to Debian's own Python.
        script = pathlib.Path(__file__).with_name("order_check.py")
        said = process.run(["/usr/bin/python3", script, sazba, project])
        return [(said.code == 0, f"{project.name}: the order of its indexes is ICU's", said.output)]
    return [built, ordered]


if __name__ == "__main__":
    if len(sys.argv) != 3:
        print(__doc__)
        sys.exit(2)
    said, seen, hidden = faults(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
    print("\n".join(said[:20]) or f"{seen} lines refer to pages, {hidden} secret addresses are nowhere")
    sys.exit(1 if said else 0)
