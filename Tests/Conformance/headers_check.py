#!/usr/bin/env python3
"""headers_check.py - do the data cells of complex tables name their headers?

usage: headers_check.py FILE.pdf
Works out from the grid which headers a cell has (those above it in its columns, those before it in
its row) and compares them with the cells that its /Headers name; in every table that uses /Headers,
and in every table whose head has several rows or cells that span.
exit: 0 all do, 1 not, 2 usage.
"""

import sys

import tagged_tables


def expected(table, row, column):
    line = table.body[row]
    own = [at for at, cell in enumerate(line) if cell is line[column]]
    above = [head[at] for head in table.head for at in own if at < len(head) and head[at]]
    # A cell over several rows belongs to the headers of all of them.
    rows = [other for other in table.body if any(cell is line[column] for cell in other)]
    before = [cell for other in rows for cell in other[:column] if cell and cell.is_header
              and cell.scope in ("/Row", "/Both")]
    return {id(cell): cell.text for cell in above + before}


def is_complex(table):
    cells = [cell for row in table.head for cell in row if cell]
    return len(table.head) > 1 or any(cell.columns > 1 or cell.rows > 1 for cell in cells) \
        or any(cell and cell.headers for row in table.body for cell in row)


def check(table):
    names = {cell.name: cell for row in table.head + table.body for cell in row
             if cell and cell.name}
    faults, count = [], 0
    for number, row in enumerate(table.body):
        for column, cell in enumerate(row):
            if not cell or cell.is_header:
                continue
            count += 1
            wanted = expected(table, number, column)
            named = [names.get(name) for name in cell.headers]
            if None in named or {id(one) for one in named} != set(wanted):
                said = [one.text if one else "nothing" for one in named]
                faults.append(f"„{table.name}“, row {number + 1}, column {column + 1}: names {said}, "
                              f"has {list(wanted.values())}")
    return faults, count


def main():
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        print(__doc__, file=sys.stderr)
        return 2
    tables = [table for table in tagged_tables.read(sys.argv[1]) if is_complex(table)]
    results = [check(table) for table in tables]
    faults = [fault for found, _ in results for fault in found]
    cells = sum(count for _, count in results)
    # A checker that sees nothing proves nothing: a name taken away must be missed.
    for table in tables:
        cell = next((c for row in table.body for c in row if c and c.headers and not c.is_header), None)
        if cell:
            taken = cell.headers.pop()
            if not check(table)[0]:
                faults.append(f"„{table.name}“: a header taken away is not missed")
            cell.headers.append(taken)
    print(f"{'FAIL' if faults else 'PASS'} {sys.argv[1]}: {len(tables)} complex tables, {cells} cells")
    for fault in faults[:20]:
        print(f"  {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
