"""The press side: sheets folded as rasters, sheets of X-4 judged, mutants caught, hostile files."""

import functools
import hashlib
import json
import pathlib
import shutil
import sys
import zlib

import pikepdf

from process import run
from referees import judge, python

HERE = pathlib.Path(__file__).resolve().parent
COUNTS = (8, 12, 32, 48, 52)


# The project, its publication, and whether its cover is a file of its own.
SAMPLES = (("dacice", "plan", True), ("katalog", "katalog", False))
# What printers ask: the standard, the greatest sum of inks.
PRINTERS = (("ofset-krida", "x4", 300), ("ofset-natural", "x4", 280), ("digital", "x4", 240),
            ("kotouc", "x1a", 260))


def editions(sazba, data, name, publication, is_divided, out):
    """The editions of a sample: one layout, each its standard; inks as preflight adds them up."""
    folder = out / f"edice-{name}"
    built = run([sazba, "build", data / name, "--only", publication, "--edition", "web,tisk,tisk-x1a",
                 "--output", folder])
    if built.code:
        return [(False, f"{name}: the press editions", built.output)]
    web, press, flat = (folder / f"{publication}-{edition}.pdf" for edition in ("web", "tisk", "tisk-x1a"))
    results = []
    for what, command in (
        ("pdfx4_check --printer", python("pdfx4_check.py", "--printer", press)),
        ("pdfx1a_check with mutants", python("pdfx1a_check.py", "--mutants", flat)),
        ("same pages in all editions", python("same_pages.py", *(["--part"] if is_divided else []), web, press,
                                              flat)),
        ("ink as Ghostscript lays it", python("ink_check.py", "--sazba", sazba, press, flat)),
        ("file_check", python("file_check.py", press, flat)),
        ("qpdf --check", ["qpdf", "--check", press]), ("qpdf --check of X-1a", ["qpdf", "--check", flat]),
        ("fonts by PDF/A-2b 6.2.11", ["sh", HERE / "vera_check.sh", "--profile", "2b", "--only", "6.2.11", press]),
    ):
        results += judge(f"{name}: {what}", command)
    if name == "katalog":
        for file in (press, flat):
            results += judge(f"{name}: four renderers on {file.name}",
                             python("render_check.py", "--cmyk", file))
    return results


def printers(sazba, data, out):
    """The sample with pictures for every printer there is: its standard, and its limit of ink."""
    results = []
    for printer, standard, limit in PRINTERS:
        folder = out / f"tiskarna-{printer}"
        # Pages in number and lines in width are the printer's own wishes; here it is about inks.
        built = run([sazba, "build", data / "dacice", "--only", "plan", "--edition", "tisk", "--printer", printer,
                     "--force", "K37,K38,K40,K47", "--output", folder])
        file = folder / "plan-tisk.pdf"
        if built.code:
            results.append((False, f"{printer}: the press edition", built.output))
            continue
        check = ["pdfx4_check.py", file] if standard == "x4" else ["pdfx1a_check.py", file]
        results += judge(f"{printer}: {check[0]}", python(*check))
        results += judge(f"{printer}: ink", python("ink_check.py", "--sazba", sazba, "--limit", limit, "--profile",
                                                   printer, file))
    return results


def volumes(sazba, project, catalogue, out):
    """Cover, block, booklet and ticket of both samples: X-4, of the computed sizes, with their own hashes."""
    results = []
    for folder, editions in ((project, "tisk"), (catalogue, "brozura,tisk")):
        built = run([sazba, "build", folder, "--edition", editions, "--output", out / "volumes"])
        if built.code:
            return results + [(False, f"{folder.name}: {editions}", built.output)]
    for name in ("plan-obalka-tisk", "plan-tisk", "katalog-tisk", "katalog-brozura"):
        file = out / "volumes" / f"{name}.pdf"
        results += judge(f"{name}.pdf: pdfx4_check --printer", python("pdfx4_check.py", "--printer", file))
        results += judge(f"{name}.pdf: qpdf --check", ["qpdf", "--check", file])
    for name in ("plan", "katalog"):
        ticket = json.loads((out / "volumes" / f"{name}-zakazka.json").read_text(encoding="utf-8"))
        wrong = [entry["name"] for entry in ticket["files"]
                 if hashlib.sha256((out / "volumes" / entry["name"]).read_bytes()).hexdigest() != entry["sha256"]]
        results.append((not wrong and bool(ticket["files"]), f"{name}: hashes of the ticket", ", ".join(wrong)))
    ticket = json.loads((out / "volumes" / "plan-zakazka.json").read_text(encoding="utf-8"))
    with pikepdf.open(out / "volumes" / "plan-obalka-tisk.pdf") as cover:
        box = [float(x) for x in cover.pages[0].TrimBox]
    spine = ticket["pages"] / 2 * ticket["paper"]["thickness"] + 2 * ticket["coverPaper"]["thickness"]
    wide = (box[2] - box[0]) / 72 * 25.4 - 2 * ticket["page"]["width"]
    results.append((abs(wide - spine) < .02, "the spine: leaves and cover", f"{wide:.3f} mm, computed {spine:.3f} mm"))
    proof = run([sazba, "proof", out / "volumes" / "katalog-brozura.pdf", "--output", out / "proof.pdf"])
    results.append((proof.code == 0, "the booklet folds into spreads", proof.output))
    return results


def checks(sazba, project, out):
    """The checks of everything that `impose`, `proof` and `preflight` do."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    result = [
        functools.partial(judge, "fold_check", python("fold_check.py", "--sazba", sazba)),
        functools.partial(judge, "foreign_check", python("foreign_check.py", "--sazba", sazba)),
        functools.partial(
            judge, "fold_check --self-test", python("fold_check.py", "--sazba", sazba, "--self-test")),
        functools.partial(judge, "press_check", python("press_check.py", "--sazba", sazba)),
        functools.partial(judge, "shading_check", python("shading_check.py", "--sazba", sazba)),
        functools.partial(judge, "huge_check", python("huge_check.py", "--sazba", sazba)),
    ]
    for name, publication, is_divided in SAMPLES:
        result.append(functools.partial(editions, sazba, project.parent, name, publication, is_divided, out))
    result.append(functools.partial(volumes, sazba, project, project.parent / "katalog", out))
    result.append(functools.partial(printers, sazba, project.parent, out))
    for count in COUNTS:
        result.append(functools.partial(sheets, sazba, out, count))
    return result + [functools.partial(hostile, sazba, out)]


def sheets(sazba, out, count):
    """X-4 of so many pages, imposed in two ways, judged by tools that are not ours."""
    # Pages of 5 mm bleed, so that what creep takes leaves the 3 mm that sheets want.
    source = out / f"pages-{count}.pdf"
    made = run([sys.executable, HERE / "press_files.py", "pages", count, source, "--bleed", 5])
    if made.code:
        return [(False, f"pages of {count}", made.output)]
    results = []
    for scheme, words in (("saddle", []), ("nup", ["--grid", "2x1"])):
        sheet, again = out / f"{scheme}-{count}.pdf", out / f"{scheme}-{count}-again.pdf"
        command = [sazba, "impose", source, "--scheme", scheme, "--sheet", "SRA3", *words, "--output"]
        done = [run([*command, path]) for path in (sheet, again)]
        if any(one.code for one in done):
            return results + [(False, f"impose {scheme} {count}", done[0].output)]
        name = f"{scheme} of {count} pages"
        same = sheet.read_bytes() == again.read_bytes()
        results.append((same, f"{name}: the same bytes twice", ""))
        marks = [] if scheme == "nup" else ["--require-marks"]
        for what, words_of in (
            ("impose_check", ["impose_check.py", sheet, source, "--scheme", scheme, *marks]),
            ("pdfx4_check", ["pdfx4_check.py", "--printer", sheet]),
            ("file_check", ["file_check.py", sheet]),
        ):
            results += judge(f"{name}: {what}", python(*words_of))
        results += judge(f"{name}: qpdf --check", ["qpdf", "--check", sheet])
        if count == 8:
            results += judge(f"{name}: render_check", python("render_check.py", "--cmyk", sheet))
    return results


def hostile(sazba, out):
    """Files that no reader should choke on: a word, little time, little memory."""
    good = (out / "pages-8.pdf").read_bytes() if (out / "pages-8.pdf").exists() else b"%PDF-1.6\n"
    bomb = zlib.compress(b"\0" * 200_000_000, 9)
    bomb = zlib.compress(bomb, 9)
    pages = b"".join(b"%d 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 300]>>endobj\n" % number
                     for number in range(10, 10_010))
    kids = b" ".join(b"%d 0 R" % number for number in range(10, 10_010))
    many = (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 10000/Kids["
            + kids + b"]>>endobj\n" + pages + b"trailer<</Root 1 0 R>>\n")
    loop = (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]>>endobj\n"
            b"3 0 obj<</Type/Page/Contents 4 0 R/Resources<</XObject<</X 4 0 R>>>>>>endobj\n"
            b"4 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>/Length 5>>"
            b"stream\n/X Do\nendstream endobj\ntrailer<</Root 1 0 R>>\n")
    fan = b"".join(
        b"%d 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>/Length %d>>stream\n%s\n"
        b"endstream endobj\n" % (number, number + 1, 6 * 60, b"/X Do " * 60) for number in range(4, 16))
    fan = (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]>>endobj\n"
           b"3 0 obj<</Type/Page/Contents 4 0 R/Resources<</XObject<</X 4 0 R>>>>>>endobj\n"
           + fan + b"16 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 1>>stream\nq\nendstream endobj\n"
           b"trailer<</Root 1 0 R>>\n")
    packed = (b"%%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]>>endobj\n"
              b"3 0 obj<</Type/Page/Contents 4 0 R>>endobj\n4 0 obj<</Filter[/FlateDecode/FlateDecode]/Length %d>>stream\n"
              % len(bomb) + bomb + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n")
    files = {
        "empty": (b"", 1), "text": (b"Plan 2026", 1), "header": (b"%PDF-1.7\n", 1),
        "half": (good[:len(good) // 2], 1), "bomb": (packed, 1), "loop": (loop, 1), "fan": (fan, 1),
        "many": (many, 0),
        "encrypted": (many.replace(b"trailer<<", b"trailer<</Encrypt 9 0 R"), 1),
    }
    results = []
    for name, (data, code) in files.items():
        path = out / f"hostile-{name}.pdf"
        path.write_bytes(data)
        for words in (["preflight", path], ["impose", path, "--scheme", "saddle", "--sheet", "A3", "--bleed", "0",
                                            "--output", out / "never.pdf"]):
            if words[0] == "impose" and name in ("bomb", "loop", "fan", "many"):
                continue  # their pages are copied unread, which harms nobody
            done = run([sazba, *words], timeout=120, memory=4 * 2**30)
            wanted = {code, 1}  # ten thousand empty pages have faults for a printer, too
            passed = done.code in wanted and not done.timed_out and bool(done.output.strip())
            results.append((passed, f"{words[0]} of a file: {name}",
                            f"{done.end}, {done.seconds:.1f} s, {done.peak // 2**20} MB\n{done.output[:300]}"))
    return results
