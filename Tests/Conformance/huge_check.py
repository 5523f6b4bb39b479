#!/usr/bin/env python3
"""Does preflight of huge files stay linear, and its memory bounded?

usage: huge_check.py --sazba PATH [--keep DIR] [--pages 10000] [--megabytes 100]
Makes files of other writers: 10, 100 … pages of text and colour, pictures in four inks of so many
megabytes, and content of so many. Each is judged; time, time for a page and memory are told as a table.
Time is only told, since machines differ and are busy; memory may not grow beyond what is stated below,
and nothing may be given up. exit: 0 all right, 1 something is wrong.
"""

import argparse
import functools
import io
import json
import pathlib
import random
import resource
import subprocess
import sys
import tempfile
import time

import pikepdf
from PIL import Image
from pikepdf import Array, Dictionary, Name

sys.dont_write_bytecode = True
MM = 72 / 25.4
# Resident memory beyond the file itself and what is known of its pages, in bytes.
ROOM = 700 * 2**20


def empty():
    pdf = pikepdf.new()
    pdf.Root.OutputIntents = Array([Dictionary(S=Name.GTS_PDFX, OutputConditionIdentifier="FOGRA39")])
    return pdf


def page(pdf, content, resources):
    slug, width, height = 10 * MM, 148 * MM, 210 * MM
    trim = [slug, slug, slug + width, slug + height]
    bleed = [trim[0] - 3 * MM, trim[1] - 3 * MM, trim[2] + 3 * MM, trim[3] + 3 * MM]
    pdf.pages.append(pikepdf.Page(Dictionary(
        Type=Name.Page, MediaBox=[0, 0, width + 2 * slug, height + 2 * slug], TrimBox=trim, BleedBox=bleed,
        Contents=pdf.make_stream(content), Resources=resources)))


def texts(path, count):
    """Pages as a catalogue has them: a tinted field, rules, some fifty lines of text."""
    pdf = empty()
    font = pdf.make_indirect(Dictionary(
        Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/ABCDEF+Text"), FirstChar=32, LastChar=126,
        Widths=[500] * 95, FontDescriptor=Dictionary(FontFile2=pdf.make_stream(b"x"))))
    resources = pdf.make_indirect(Dictionary(
        Font=Dictionary(F=font), ExtGState=Dictionary(K=Dictionary(OP=True, op=True, OPM=1))))
    for number in range(count):
        lines = "".join(f"(Strana {number} radek {line} a nejaky text) Tj T* " for line in range(50))
        content = (f".2 .1 0 0 k 10 10 100 600 re f /K gs 0 0 0 1 k .5 w 60 100 m 300 100 l S "
                   f"BT /F 9 Tf 11 TL 60 560 Td {lines} ET")
        page(pdf, content.encode(), resources)
    pdf.save(path, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def pictures(path, megabytes):
    """Pictures in four inks that no compression makes smaller, half of them JPEG."""
    pdf = empty()
    chance = random.Random(1)
    size = 0
    while size < megabytes * 2**20:
        side = 1200
        raw = chance.randbytes(side * side * 4)
        if len(pdf.pages) % 2:
            file = io.BytesIO()
            Image.frombytes("CMYK", (side, side), raw).save(file, "JPEG", quality=90)
            data = pikepdf.Stream(pdf, file.getvalue())
            data.Filter = Name.DCTDecode
        else:
            data = pikepdf.Stream(pdf, raw)
        data.Type, data.Subtype, data.Width, data.Height = Name.XObject, Name.Image, side, side
        data.ColorSpace, data.BitsPerComponent = Name.DeviceCMYK, 8
        size += len(data.read_raw_bytes())
        page(pdf, b"q 300 0 0 300 60 100 cm /I Do Q", Dictionary(XObject=Dictionary(I=pdf.make_indirect(data))))
    pdf.save(path, compress_streams=False)


def drawings(path, megabytes):
    """Maps: pages of many small outlines, a megabyte of content each."""
    pdf = empty()
    chance = random.Random(2)
    for _ in range(megabytes):
        content = bytearray(b".2 .1 0 0 k\n")
        while len(content) < 2**20:
            x, y = chance.uniform(40, 400), chance.uniform(40, 560)
            points = "".join(f"{x + chance.uniform(0, 9):.2f} {y + chance.uniform(0, 9):.2f} l\n" for _ in range(6))
            content += f"{x:.2f} {y:.2f} m\n{points}h f\n".encode()
        page(pdf, bytes(content), Dictionary())
    pdf.save(path, compress_streams=False)


def judged(sazba, path):
    """Seconds, the most memory in bytes, the exit status and what was said."""
    start = time.monotonic()
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    done = subprocess.run(["/usr/bin/env", sazba, "preflight", path, "--format", "json"], capture_output=True)
    most = max(before, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
    return time.monotonic() - start, most * 1024, done.returncode, done.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sazba", required=True)
    parser.add_argument("--keep")
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--megabytes", type=int, default=100)
    options = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(options.keep or temporary)
        folder.mkdir(parents=True, exist_ok=True)
        files = {f"texts-{count}": functools.partial(texts, count=count)
                 for count in (10, 100, 1_000, 10_000, 100_000) if count <= options.pages}
        files["drawings"] = functools.partial(drawings, megabytes=options.megabytes)
        files["pictures"] = functools.partial(pictures, megabytes=options.megabytes)
        # The peak of all children so far only grows: the small ones come first.
        for name, make in files.items():
            path = folder / f"{name}.pdf"
            if not path.exists():
                make(path)
            took, most, code, said = judged(options.sazba, path)
            problems = []
            if code not in (0, 1) or not said:
                problems.append(f"exit {code}")
            if b'"K53"' in said or b'"K06"' in said:
                problems.append("it was given up")
            if most > ROOM + 2 * path.stat().st_size:
                problems.append(f"{most >> 20} MB of memory")
            pages = json.loads(said)["facts"]["pages"]["en"] if said else "0"
            print(f"{'FAIL' if problems else 'PASS'} {name:<14} {path.stat().st_size / 2**20:7.1f} MB {int(pages):6} pages "
                  f"{took:7.2f} s {took * 1000 / max(1, int(pages)):8.2f} ms a page {most >> 20:5} MB of memory")
            for problem in problems:
                print(f"     {problem}")
            failed += bool(problems)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
