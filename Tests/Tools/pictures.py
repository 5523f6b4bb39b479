#!/usr/bin/env python3
"""Draws the test pictures of Tests/Publications/obrazky: one motif in every kind of file; and the
picture of Tests/Publications/sloupce: a page of two columns between its margins.

usage: pictures.py [FOLDER]
The motif has four quarters of different colours and a white square in the top left one, so that no
turn or mirror image of it is itself. JPEG needs Pillow; PNG is written here, since Pillow writes
neither 16 bits of colour nor interlaced files. The CMYK profile is computed here, too.
"""

import pathlib
import struct
import sys
import zlib

from PIL import Image, ImageDraw, ImageOps

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
WIDE, TALL = 320, 240
RED, GREEN, BLUE, YELLOW, WHITE = (200, 40, 40), (40, 160, 70), (40, 70, 190), (230, 200, 40), (255,) * 3


def motif():
    image = Image.new("RGB", (WIDE, TALL), RED)
    draw = ImageDraw.Draw(image)
    draw.rectangle((WIDE // 2, 0, WIDE, TALL // 2 - 1), GREEN)
    draw.rectangle((0, TALL // 2, WIDE // 2 - 1, TALL), BLUE)
    draw.rectangle((WIDE // 2, TALL // 2, WIDE, TALL), YELLOW)
    draw.rectangle((32, 24, 79, 71), WHITE)
    return image


def chunk(name, content):
    return (struct.pack(">I", len(content)) + name + content
            + struct.pack(">I", zlib.crc32(name + content)))


ADAM7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
         (0, 1, 1, 2)]


def png(pixels, wide, tall, kind, bits, interlaced=False, extra=b""):
    """`pixels[y][x]` are tuples of samples; rows are packed and given no filter."""
    data = bytearray()
    for left, top, across, down in ADAM7 if interlaced else [(0, 0, 1, 1)]:
        for y in range(top, tall, down):
            row, have, value = bytearray(), 0, 0
            for x in range(left, wide, across):
                for sample in pixels[y][x]:
                    value, have = value << bits | sample, have + bits
                    while have >= 8:
                        have -= 8
                        row.append(value >> have & 255)
                        value &= (1 << have) - 1
            if have:
                row.append(value << (8 - have) & 255)
            if row:
                data += b"\0" + row
    return (b"\x89PNG\r\n\x1a\n"
            + chunk(b"IHDR", struct.pack(">IIBBBBB", wide, tall, bits, kind, 0, 0, int(interlaced)))
            + extra + chunk(b"IDAT", zlib.compress(bytes(data), 9)) + chunk(b"IEND", b""))


def columns():
    """Pages side by side, each with a heading and grey lines in one, two or three columns."""
    wide, tall = 1_380, 480
    image = Image.new("P", (wide, tall), 0)
    draw = ImageDraw.Draw(image)
    for page in range(3):
        left = 30 + page * 470
        draw.rectangle((left, 20, left + 379, tall - 21), 1)
        draw.rectangle((left + 40, 60, left + 200, 75), 2)
        pitch = 300 // (page + 1) + 8
        for column in range(page + 1):
            start = left + 40 + column * pitch
            for line in range(16 if page else 17):
                short = 60 if column == page and line == 15 else 0
                draw.rectangle(
                    (start, 100 + line * 20, start + pitch - 24 - short, 107 + line * 20), 3)
    rows = [[(image.getpixel((x, y)),) for x in range(wide)] for y in range(tall)]
    palette = b"".join(map(bytes, [(226, 236, 236), WHITE, (0, 82, 88), (150, 160, 160)]))
    return png(rows, wide, tall, 3, 2, extra=chunk(b"PLTE", palette))


def lab(red, green, blue):
    """sRGB in 0…1 as CIE Lab of D50, in the 8-bit encoding of ICC version 2."""
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in (red, green, blue)]
    xyz = [sum(a * b for a, b in zip(row, linear)) for row in (
        (0.4360, 0.3851, 0.1431), (0.2225, 0.7169, 0.0606), (0.0139, 0.0971, 0.7141))]
    f = [v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116
         for v in (xyz[0] / 0.9642, xyz[1], xyz[2] / 0.8249)]
    values = (116 * f[1] - 16) * 2.55, 500 * (f[0] - f[1]) + 128, 200 * (f[1] - f[2]) + 128
    return bytes(max(0, min(255, round(v))) for v in values)


def ink_profile():
    """A small CMYK profile: inks that take away red, green and blue. *ICC.1:2001-04, lut8Type.*"""
    ramp = bytes(range(256))
    unit = struct.pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 65536)
    grid = 3

    def table(inputs, outputs, nodes):
        return (b"mft1" + bytes(4) + bytes([inputs, outputs, grid, 0]) + unit + ramp * inputs + nodes
                + ramp * outputs)

    steps = [i / (grid - 1) for i in range(grid)]
    to_lab = table(4, 3, b"".join(
        lab(*((1 - ink) * (1 - k) for ink in (c, m, y)))
        for c in steps for m in steps for y in steps for k in steps))
    from_lab = table(3, 4, b"".join(
        bytes([0, round(255 * max(0, min(1, 0.5 + (b - a) / 2))), 0, round(255 * (1 - light))])
        for light in steps for a in steps for b in steps))
    text = b"Test inks"
    tags = {
        b"A2B0": to_lab, b"B2A0": from_lab,
        b"wtpt": b"XYZ " + bytes(4) + struct.pack(">3i", 63190, 65536, 54061),
        b"cprt": b"text" + bytes(4) + b"MIT licence\0",
        b"desc": b"desc" + bytes(4) + struct.pack(">I", len(text) + 1) + text + b"\0" + bytes(78),
        b"gamt": b"mft1" + bytes(4) + bytes([3, 1, 2, 0]) + unit + ramp * 3 + bytes(8) + ramp,
    }
    same = {b"A2B1": b"A2B0", b"A2B2": b"A2B0", b"B2A1": b"B2A0", b"B2A2": b"B2A0"}
    body, places = b"", {}
    start = 128 + 4 + 12 * (len(tags) + len(same))
    for name, content in tags.items():
        places[name] = (start + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    for name, other in same.items():
        places[name] = places[other]
    head = bytearray(128)
    struct.pack_into(">I4sI4s4s4s6H4s", head, 0, start + len(body), b"", 0x02400000, b"prtr", b"CMYK",
                     b"Lab ", 2026, 1, 1, 0, 0, 0, b"acsp")
    struct.pack_into(">3i", head, 68, 63190, 65536, 54061)
    return bytes(head) + struct.pack(">I", len(places)) + b"".join(
        name + struct.pack(">II", *place) for name, place in sorted(places.items())) + body


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else (
        ROOT / "Tests/Publications/obrazky/obrazky")
    folder.mkdir(parents=True, exist_ok=True)
    upright = motif()
    quality = {"quality": 85, "subsampling": 0}
    upright.save(folder / "rgb.jpg", **quality)
    upright.save(folder / "postupny.jpg", progressive=True, **quality)
    upright.convert("L").save(folder / "seda.jpg", quality=85)
    upright.convert("CMYK").save(folder / "cmyk.jpg", quality=85, icc_profile=ink_profile())
    turns = {2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
             4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE,
             6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
             8: Image.Transpose.ROTATE_270}
    for number in range(1, 9):
        stored = upright.transpose(turns[number]) if number in turns else upright
        exif = Image.Exif()
        exif[0x0112] = number
        path = folder / f"otoceni-{number}.jpg"
        stored.save(path, exif=exif, **quality)
        assert ImageOps.exif_transpose(Image.open(path)).size == (WIDE, TALL)

    rows = [[upright.getpixel((x, y)) for x in range(WIDE)] for y in range(TALL)]
    colours = [RED, GREEN, BLUE, YELLOW, WHITE]
    numbers = [[(colours.index(p),) for p in row] for row in rows]
    palette = chunk(b"PLTE", b"".join(map(bytes, colours)))
    fade = [[(*p, 255 if y < TALL // 2 else 255 - 200 * x // WIDE) for x, p in enumerate(row)]
            for y, row in enumerate(rows)]
    deep = [[tuple(v * 257 for v in p) for p in row] for row in rows]
    grey = [[(sum(p) // 3,) for p in row] for row in rows]
    bit = [[(int(sum(p) > 330),) for p in row] for row in rows]
    profile = chunk(b"iCCP", b"sRGB\0\0" + zlib.compress(
        (ROOT / "Fonts/ICC/sRGB.icc").read_bytes(), 9))
    for name, content in {
        "rgb.png": png(rows, WIDE, TALL, 2, 8, extra=profile),
        "paleta.png": png(numbers, WIDE, TALL, 3, 4, extra=palette),
        "paleta-pruhledna.png": png(
            numbers, WIDE, TALL, 3, 4, extra=palette + chunk(b"tRNS", bytes([255, 128, 255, 0]))),
        "pruhledny.png": png(fade, WIDE, TALL, 6, 8),
        "sestnact-bitu.png": png(deep, WIDE, TALL, 2, 16),
        "prokladany.png": png(rows, WIDE, TALL, 2, 8, interlaced=True),
        "seda.png": png(grey, WIDE, TALL, 0, 8),
        "cernobily.png": png(bit, WIDE, TALL, 0, 1),
    }.items():
        (folder / name).write_bytes(content)
    (ROOT / "Tests/Publications/sloupce/obrazky/sloupce.png").write_bytes(columns())


main()
