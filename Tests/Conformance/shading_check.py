#!/usr/bin/env python3
"""Is the darkest place of shadings, as preflight tells it, the one that Ghostscript paints?

usage: shading_check.py --sazba PATH [--keep DIR]
Makes a page for each type of shading (1–7) and kind of function (0, 2, 3, 4), in four inks and in plates,
and compares the ink that preflight states with the plates of Ghostscript's raster. Mutants: each file
with its darkest colour made lighter, which both must see. exit: 0 right, 1 not.
"""

import argparse
import pathlib
import sys
import tempfile

import pikepdf
from pikepdf import Array, Dictionary, Name

from ink_check import greatest, stated

sys.dont_write_bytecode = True
# Preflight asks at places in a row and a raster has pixels: neither meets a peak exactly.
NEAR = 6


def calculated(pdf, program, inputs=1, outputs=4):
    function = pdf.make_stream(program.encode())
    function.FunctionType, function.Domain, function.Range = 4, [0, 1] * inputs, [0, 1] * outputs
    return function


def straight(start, end, power=1):
    return Dictionary(FunctionType=2, Domain=[0, 1], C0=start, C1=end, N=power)


def sampled(pdf, bits, samples, channels):
    whole = "".join(format(round(value * (2**bits - 1)), f"0{bits}b") for value in samples)
    whole += "0" * (-len(whole) % 8)
    function = pdf.make_stream(bytes(int(whole[at:at + 8], 2) for at in range(0, len(whole), 8)))
    function.FunctionType, function.Domain, function.Range = 0, [0, 1], [0, 1] * channels
    function.Size, function.BitsPerSample = [len(samples) // channels], bits
    return function


def mesh(pdf, kind, pieces, channels=4, function=None):
    """Pieces: a flag or None, points and colours, all of them 0…1."""
    data = bytearray()
    for flag, points, colours in pieces:
        if flag is not None:
            data.append(flag)
        for point in points:
            for value in point:
                data += round(value * 65535).to_bytes(2, "big")
        for colour in colours:
            data += bytes(round(value * 255) for value in colour)
    shading = pdf.make_stream(bytes(data))
    shading.ShadingType, shading.BitsPerCoordinate, shading.BitsPerComponent = kind, 16, 8
    shading.Decode = [100, 300, 100, 300] + [0, 1] * channels
    if kind == 5:
        shading.VerticesPerRow = 2
    else:
        shading.BitsPerFlag = 8
    if function is not None:
        shading.Function = function
    return shading


HILL = "{ 2 mul 1 sub abs 1 exch sub %s mul dup dup dup }"
EDGE = [(0, 0), (0, 1 / 3), (0, 2 / 3), (0, 1), (1 / 3, 1), (2 / 3, 1), (1, 1), (1, 2 / 3), (1, 1 / 3), (1, 0),
        (2 / 3, 0), (1 / 3, 0)]
INNER = [(1 / 3, 1 / 3), (1 / 3, 2 / 3), (2 / 3, 2 / 3), (2 / 3, 1 / 3)]


def cases(pdf, dark):
    """Shadings by name, their darkest ink of one plate as stated."""
    inks, light = [dark, dark, dark, dark / 2], [0.1, 0, 0, 0]
    line = {"Coords": [100, 100, 300, 100]}
    ring = {"Coords": [200, 200, 0, 200, 200, 100]}
    hill = calculated(pdf, HILL % dark)
    stitched = Dictionary(FunctionType=3, Domain=[0, 1], Bounds=[0.4, 0.6], Encode=[0, 1, 0, 1, 1, 0],
                          Functions=Array([straight(light, light), straight(light, inks), straight(light, inks)]))
    triangle = [(0, [(0, 0)], [light]), (0, [(1, 0)], [light]), (0, [(0.5, 1)], [inks])]
    lattice = [(None, [point], [colour]) for point, colour in
               (((0, 0), light), ((1, 0), light), ((0, 1), inks), ((1, 1), light))]
    turned = [(0, [(0, 0)], [[0]]), (0, [(1, 0)], [[0]]), (0, [(0.5, 1)], [[1]])]
    plates = Array([Name.DeviceN, Array([Name.Cyan, Name.Black]), Name.DeviceCMYK,
                    calculated(pdf, "{ 0 exch 0 exch }", inputs=2)])
    plane = calculated(pdf, "{ 1 index 0.5 sub dup mul 1 index 0.5 sub dup mul add sqrt 1 exch sub "
                            f"{dark} mul 3 1 roll pop pop dup dup dup }}", inputs=2)
    four = Name.DeviceCMYK
    return {
        "1 by a calculation": Dictionary(ShadingType=1, ColorSpace=four, Function=plane,
                                         Matrix=[200, 0, 0, 200, 100, 100]),
        "2 straight": Dictionary(ShadingType=2, ColorSpace=four, Function=straight(light, inks), **line),
        "2 by a power": Dictionary(ShadingType=2, ColorSpace=four, Function=straight(inks, light, 3.5), **line),
        "2 in pieces": Dictionary(ShadingType=2, ColorSpace=four, Function=stitched, **line),
        "2 by a calculation": Dictionary(ShadingType=2, ColorSpace=four, Function=hill, **line),
        "2 by samples of four bits": Dictionary(ShadingType=2, ColorSpace=four, Function=sampled(
            pdf, 4, [0, 0, 0, 0, dark, dark, dark, 0, .2, 0, 0, 0], 4), **line),
        "2 by samples of twelve bits": Dictionary(ShadingType=2, ColorSpace=four, Function=sampled(
            pdf, 12, [0, 0, 0, .5, dark, 0, dark, dark], 4), **line),
        "2 in plates": Dictionary(ShadingType=2, ColorSpace=plates, Function=straight([0, 0], [dark, dark]), **line),
        "3 by a calculation": Dictionary(ShadingType=3, ColorSpace=four, Function=hill, **ring),
        "4": _with(mesh(pdf, 4, triangle), four),
        "4 by a calculation": _with(mesh(pdf, 4, turned, 1, hill), four),
        "5": _with(mesh(pdf, 5, lattice), four),
        "6": _with(mesh(pdf, 6, [(0, EDGE, [light, light, inks, light])]), four),
        "7": _with(mesh(pdf, 7, [(0, EDGE + INNER, [inks, light, light, light])]), four),
    }


def _with(shading, space):
    shading.ColorSpace = space
    return shading


def write(path, pdf, shading):
    trim = [40, 40, 400, 400]
    pdf.add_blank_page(page_size=(440, 440))
    page = pdf.pages[0]
    page.obj.TrimBox, page.obj.BleedBox = trim, [30, 30, 410, 410]
    page.obj.Resources = Dictionary(Shading=Dictionary(S=pdf.make_indirect(shading)))
    page.obj.Contents = pdf.make_stream(b"q 100 100 200 200 re W n /S sh Q")
    pdf.save(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sazba", required=True)
    parser.add_argument("--keep")
    options = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(options.keep or temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for name in cases(pikepdf.new(), 1):
            inks = []
            for dark in (0.9, 0.5):
                pdf = pikepdf.new()
                path = folder / f"{name.replace(' ', '-')}-{dark}.pdf"
                write(path, pdf, cases(pdf, dark)[name])
                inks.append((max(greatest(path)), stated(options.sazba, path, "ofset-krida")))
            faults = [f"{found:.1f} % on the raster, preflight says {said:g} %" for found, said in inks
                      if abs(found - said) > NEAR]
            if inks[0][1] <= inks[1][1]:
                faults.append("a lighter one is not told from a darker one")
            print(f"{'FAIL' if faults else 'PASS'} type {name}: {inks[0][0]:.1f} %, {inks[1][0]:.1f} %")
            for fault in faults:
                print(f"     {fault}")
            failed += bool(faults)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
