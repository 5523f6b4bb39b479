#!/usr/bin/env python3
"""Writes Sources/Typesetting/LineBreakClasses.swift from Debian's unicode-data (15.0).

    Tests/Tools/line_break_classes.py > Sources/Typesetting/LineBreakClasses.swift

Resolves the classes of UAX #14 LB1: AI, SG, XX become AL; SA becomes CM (marks) or AL; CJ becomes
NS. Three classes of our own: OQ and CQ are OP and CP of East Asian width (LB30), PU is a
pictograph that is not assigned yet (LB30b). Hangul syllables are one stretch of H3; H2 is
computed. The table is a string of runs: a letter for the class, then how many scalars if not one.
"""
UNICODE = "/usr/share/unicode/"
CLASSES = (
    "AL BK CR LF NL SP ZW WJ GL CM ZWJ B2 BA BB HY CB CL CP CQ EX IN NS OP OQ QU IS NU PO PR SY"
    " EB EM PU H2 H3 HL ID JL JV JT RI").split()
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def load(name, only=None):
    table = {}
    for line in open(UNICODE + name):
        line = line.split("#")[0].strip()
        if not line:
            continue
        scalars, value = [field.strip() for field in line.split(";")[:2]]
        if only and value != only:
            continue
        first, last = (scalars.split("..") * 2)[:2]
        for scalar in range(int(first, 16), int(last, 16) + 1):
            table[scalar] = value
    return table


BREAK = load("LineBreak.txt")
CATEGORY = load("extracted/DerivedGeneralCategory.txt")
WIDTH = load("EastAsianWidth.txt")
PICTOGRAPH = load("emoji/emoji-data.txt", "Extended_Pictographic")


def resolved(scalar):
    value = BREAK.get(scalar, "XX")
    category = CATEGORY.get(scalar, "Cn")
    if scalar in PICTOGRAPH and category == "Cn":
        return "PU"
    if value in ("AI", "SG", "XX"):
        return "AL"
    if value == "SA":
        return "CM" if category in ("Mn", "Mc") else "AL"
    if value == "CJ":
        return "NS"
    if value == "H2":
        return "H3"
    if value in ("OP", "CP") and WIDTH.get(scalar, "N") in ("F", "W", "H"):
        return value[0] + "Q"
    return value


def main():
    runs = []
    for scalar in range(0x110000):
        value = resolved(scalar)
        if runs and runs[-1][0] == value:
            runs[-1][1] += 1
        else:
            runs.append([value, 1])
    text = "".join(
        LETTERS[CLASSES.index(value)] + (str(count) if count > 1 else "") for value, count in runs)
    print("// Written by Tests/Tools/line_break_classes.py from Unicode 15.0.\n")
    print("/// The line-breaking classes of UAX #14 after LB1, and OQ, CQ (East Asian OP, CP), PU")
    print("/// (pictographs not assigned yet).")
    print("enum LineBreakClass: UInt8 {")
    for start in range(0, len(CLASSES), 14):
        print("  case " + ", ".join(
            f"`{name.lower()}`" if name in ("IN", "IS") else name.lower()
            for name in CLASSES[start:start + 14]))
    print("}\n")
    print("/// Runs of classes from U+0000 on: a letter (the class in its order), then how many.")
    print("let lineBreakRuns: StaticString = \"\"\"")
    for start in range(0, len(text), 96):
        print("  " + text[start:start + 96] + ("\\" if start + 96 < len(text) else ""))
    print("  \"\"\"")


main()
