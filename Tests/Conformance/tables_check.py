#!/usr/bin/env python3
"""tables_check.py - is each table one table to a screen reader, however many pages it takes?

usage: tables_check.py [--expected N] [--self-test] FILE.pdf
Reads the structure tree: each table has its head rows once (one /THead at most, before all bodies), then
its bodies, then its foot; each header cell says what it heads (/Scope); rows fill all columns, cells that
span counted. What comes back where a table goes on overleaf, head, names of groups, sums carried, must be
an artifact: on each further page of a table the words of its head are shown, but none of its header cells
has content there.
--expected N: fails unless the file has N tables.  --self-test: then puts a second head and a cell without
scope into each table, and takes the artifacts away, and fails if any of that goes unnoticed.
exit: 0 all is so, 1 not, 2 usage.
"""

import argparse
import sys

import pikepdf

import carried_sums
import tagged_tables

GROUPS = ("/THead", "/TBody", "/TFoot")


def tables(element, found):
    if isinstance(element, pikepdf.Array):
        for kid in element:
            tables(kid, found)
    elif isinstance(element, pikepdf.Dictionary):
        if element.get("/S") == "/Table":
            found.append(element)
        if "/K" in element:
            tables(element["/K"], found)
    return found


def children(element):
    return [kid for kid in tagged_tables.kids(element) if isinstance(kid, pikepdf.Dictionary)]


def attribute(cell, name, otherwise):
    attributes = cell.get("/A", [])
    for one in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
        if isinstance(one, pikepdf.Dictionary) and name in one:
            return one[name]
    return otherwise


def shape(groups, scopeless=False):
    """What is wrong with the groups of a table: their kinds and rows of cells (kind, columns, rows, scope)."""
    faults = []
    order = [GROUPS.index(kind) for kind, _ in groups]
    if order != sorted(order) or order.count(0) > 1 or order.count(2) > 1 or 1 not in order:
        faults.append(f"its parts are {' '.join(kind for kind, _ in groups)}")
    for kind, rows in groups:
        for cell in (cell for row in rows for cell in row):
            if cell[0] == "/TH" and not cell[3]:
                faults.append("a header cell says not what it heads")
            if kind == "/THead" and cell[0] == "/TH" and cell[3] not in ("/Column", "/Both"):
                faults.append("a header cell above columns does not head them")
    widths, waiting = set(), []
    for row in (row for _, rows in groups for row in rows):
        waiting = [(columns, rows - 1) for columns, rows in waiting if rows > 0]
        widths.add(sum(columns for columns, rows in waiting if rows >= 0) + sum(cell[1] for cell in row))
        waiting = [one for one in waiting if one[1] > 0] + [
            (cell[1], cell[2] - 1) for cell in row if cell[2] > 1]
    if len(widths) > 1:
        faults.append(f"its rows have {' or '.join(map(str, sorted(widths)))} columns")
    return faults


def groups(table):
    found = []
    for group in children(table):
        if str(group.get("/S")) not in GROUPS:
            continue
        found.append((str(group["/S"]), [
            [(str(cell["/S"]), int(attribute(cell, "/ColSpan", 1)), int(attribute(cell, "/RowSpan", 1)),
              str(attribute(cell, "/Scope", ""))) for cell in children(row)]
            for row in children(group) if row.get("/S") == "/TR"]))
    return found


def bare(text):
    return "".join(text.replace("\u00ad", "").split())


def overleaf(table, pages, shown):
    """What is wrong on the further pages of a table, and how many there are."""
    faults = []
    own = [[cell for cell in row if cell] for row in table.body]
    used = sorted({pages.index(cell.page) for row in own for cell in row if cell.page in pages})
    head = [cell for row in table.head for cell in row if cell]
    # Of a table parted by its columns, each part has the heads of its own; the first cell is all parts'.
    if not used or not head or head[0].page not in pages:
        return [], 0
    home = pages.index(head[0].page)
    if home > min(used):
        faults.append(f"its head stands on page {home + 1}, below its rows")
    further = [at for at in used if at > home]
    for at in further:
        if head[0].text and bare(head[0].text) not in shown[at]:
            faults.append(f"page {at + 1} does not repeat its head")
    return faults, len(further)


def main():
    options = argparse.ArgumentParser(usage=__doc__)
    options.add_argument("--expected", type=int)
    options.add_argument("--self-test", action="store_true")
    options.add_argument("file")
    options = options.parse_args()
    read = tagged_tables.read(options.file)
    faults, further, blind, trials = [], 0, 0, 0
    with pikepdf.open(options.file) as pdf:
        pages, fonts = [page.obj.objgen for page in pdf.pages], {}
        shown = [bare("".join(carried_sums.artifacts(page, fonts))) for page in pdf.pages]
        found = tables(pdf.Root["/StructTreeRoot"]["/K"], [])
        for element, table in zip(found, read):
            parts = groups(element)
            wrong, count = overleaf(table, pages, shown)
            faults += [f"„{table.name}“: {fault}" for fault in shape(parts) + wrong]
            further += count
            if options.self_test:
                mutants = [shape(parts + [parts[0]]),
                           shape(parts + [("/TFoot", [[("/TH", 1, 1, "")]])])]
                if count and table.head[0][0] and table.head[0][0].text:
                    mutants.append(overleaf(table, pages, [""] * len(shown))[0])
                trials, blind = trials + len(mutants), blind + sum(not one for one in mutants)
    if options.expected is not None and len(found) != options.expected:
        faults.append(f"{len(found)} tables, the document has {options.expected}")
    if blind:
        faults.append(f"{blind} of {trials} mutants went unnoticed")
    for fault in faults[:20]:
        print(f"  {fault}")
    print(f"{'FAIL' if faults else 'PASS'} {options.file}: {len(found)} tables, {further} further pages"
          + (f"; {trials} mutants, {trials - blind} noticed" if options.self_test else ""))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
