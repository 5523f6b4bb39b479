#!/usr/bin/python3
"""order_check.py - do the indexes of a catalogue stand in Czech order? usage: order_check.py SAZBA PROJECT

The oracle is ICU's collation for Czech (Debian's python3-icu; it belongs to /usr/bin/python3). Read from
`sazba dump --stage document`: the entries of every section of the four indexes, and the headings of groups
and municipalities. Then the catalogue is made once more with its providers called by words that are hard
to sort: ch after h, a space before every letter, accents that count and accents that do not, capitals,
hyphens, figures, quotation marks. Exit 1 if the order is not ICU's.
"""
import csv
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import icu

# Each differs from a neighbour by one thing only.
WORDS = """Hlohová|Horní Slatina|Hradiště|Chodov|Chrastavice|Ivanov|Cháb|Chata|Hyla|Nová Ves|Nováky|Novák|Nova|Nová
Shoda|Schody|Sídliště|Slovník jazykový|Slovníkářství|Rada|Řada|Řád|Rád|Šat|Sad|Žába|Zub|Čas|Cukr|Cizí|Dům|Důl|Dul
Pas|Pás|Pása|Pasa|Péče|Pece|Peče|Peč|Ústí|Usti|Úsvit|Újezd|Ujezd|Ťuhýk|Tuhý|Ďáblice|Dačice|Ňouma|Nouma
Černá|Cerná|Černovice|Domov u lesa|Domov U Lesa|Domov-Nováky|Domov Nováky|Domovina|3 kola|1. pomoc|10 rad
„Kruh“|Kruh|Klub 7|Klub 70|Klub 8|Klub Á|Ozvěna|Ožehavá|Ostrov|Öko|Oko|Łuk|Luk|Ľubica|Lubica|Übersicht""".replace(
    "\n", "|").split("|")


def dump(sazba, project):
    said = subprocess.run([sazba, "dump", project, "--only", "katalog", "--stage", "document"],
                          capture_output=True, text=True)
    if said.returncode:
        sys.exit(f"order_check: {said.stderr.strip()[-500:]}")
    return said.stdout.splitlines()


def indexes(lines):
    """Each index by its name: pairs of a heading and its entries, in order."""
    found, name = {}, None
    for line in lines:
        part = re.search(r"^\s+\d+ part\.(\S+)", line)
        if part:
            kind = part[1].split(".")
            name = kind[1] if kind[0] == "index" and len(kind) > 1 else None
            if name:
                found[name] = []
            continue
        if not name:
            continue
        heading = re.search(r"heading\.2\.index (?:#\S+ )?“(.*)”", line)
        if heading:
            found[name].append((heading[1], []))
        entry = re.search(r"paragraph\.index “⟨reference\.entry #\S+ (.*?)(?:⟨span\.second: (.*?)⟩)? *…→", line)
        if entry:
            if not found[name]:
                found[name].append(("", []))
            found[name][-1][1].append((entry[1].strip(), (entry[2] or "").strip(" ,")))
    return found


def main():
    sazba, project = sys.argv[1], pathlib.Path(sys.argv[2])
    collator = icu.Collator.createInstance(icu.Locale("cs"))
    said, seen = [], 0

    def plain(text):
        # Quotation marks in front count for nothing, as in a library's catalogue.
        return text.replace("\u00a0", " ").lstrip("„“‚‘»«")

    def judge(where, words):
        nonlocal seen
        for a, b in zip(words, words[1:]):
            seen += 1
            if collator.compare(plain(a), plain(b)) > 0:
                said.append(f"{where}: “{a}” stands before “{b}”")

    found = indexes(dump(sazba, project))
    if sorted(found) != ["groups", "kinds", "municipalities", "names"]:
        said.append(f"indexes are {sorted(found)}")
    for name, sections in found.items():
        if name != "kinds":
            # Kinds stand in the order of the act.
            headings = [heading for heading, _ in sections]
            # What is given everywhere is found before all towns.
            judge(f"headings of {name}", [one for one in headings if one != "Celé území"])
        for heading, entries in sections:
            judge(f"{name}, {heading}", [first for first, _ in entries])

    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "katalog"
        shutil.copytree(project, copy)
        with (project / "poskytovatele.csv").open(encoding="utf-8-sig", newline="") as table:
            rows = list(csv.DictReader(table, delimiter=";"))
        shown = {first.replace("\u00a0", " ") for _, entries in found.get("names", []) for first, _ in entries}
        listed = {row["ico"] for row in rows if row["nazev"] in shown}
        for start in range(0, len(WORDS), len(rows)):
            words = WORDS[start:start + len(rows)] if start + len(rows) <= len(WORDS) else WORDS[-len(rows):]
            for row, word in zip(rows, words):
                row["nazev"] = word
                row["zkraceny_nazev"] = ""
            with (copy / "poskytovatele.csv").open("w", encoding="utf-8", newline="") as table:
                writer = csv.DictWriter(table, rows[0].keys(), delimiter=";")
                writer.writeheader()
                writer.writerows(rows)
            names = [first for _, entries in indexes(dump(sazba, copy))["names"] for first, _ in entries]
            judge("hard words", names)
            names = [name.replace("\u00a0", " ") for name in names]
            missing = [row["nazev"] for row in rows if row["ico"] in listed and row["nazev"] not in names]
            if missing:
                said.append(f"not in the alphabetical index: {', '.join(missing)}")
    for line in said[:20]:
        print(line)
    print(f"order_check: {seen} neighbours, {len(said)} wrong (ICU {icu.ICU_VERSION})")
    return 1 if said or seen < 200 else 0


if __name__ == "__main__":
    sys.exit(main())
