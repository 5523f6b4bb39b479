"""The press side: sheets folded as rasters, sheets of X-4 judged, mutants caught, hostile files."""

import functools
import pathlib
import shutil
import sys
import zlib

from process import run
from referees import judge, python

HERE = pathlib.Path(__file__).resolve().parent
COUNTS = (8, 12, 32, 48, 52)


def edition(sazba, project, out):
    """The press edition of the sample is PDF/X-4 and has the pages of the web edition."""
    built = run([sazba, "build", project, "--edition", "tisk", "--output", out])
    file = out / "plan-tisk.pdf"
    if built.code:
        return [(False, "the press edition", built.output)]
    results = judge("plan-tisk.pdf: pdfx4_check", python("pdfx4_check.py", file))
    for what, command in (
        ("file_check", python("file_check.py", file)), ("qpdf --check", ["qpdf", "--check", file]),
        ("fonts by PDF/A-2b 6.2.11",
         ["sh", HERE / "vera_check.sh", "--profile", "2b", "--only", "6.2.11", file]),
    ):
        results += judge(f"plan-tisk.pdf: {what}", command)
    return results


def checks(sazba, project, out):
    """The checks of everything that `impose`, `proof` and `preflight` do."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    result = [
        functools.partial(judge, "fold_check", python("fold_check.py", "--sazba", sazba)),
        functools.partial(
            judge, "fold_check --self-test", python("fold_check.py", "--sazba", sazba, "--self-test")),
        functools.partial(judge, "press_check", python("press_check.py", "--sazba", sazba)),
        functools.partial(judge, "huge_check", python("huge_check.py", "--sazba", sazba)),
    ]
    result.append(functools.partial(edition, sazba, project, out))
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
