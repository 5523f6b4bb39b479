#!/usr/bin/env python3
"""sums_check.py - do the printed tables add up?

usage: sums_check.py [--expected N] [--self-test] FILE.pdf
Reads every table back through the tags and computes anew, from the printed cells alone, every total
of a row („Celkem“ at its start) and of a column („Celkem“ at its head), subtotals by the codes of
rows (1, 1.1) and below groups („Kraj Vysočina celkem“), shares in % and the two ratios that plans print; then compares the views of the money
with each other: by source, by measure, by priority and on the cards of the activities. Sums carried
over page breaks (Převádí se, Převedeno) are compared with the rows on the pages before.
--carried N: fails unless at least N breaks carry sums.
--expected N: fails unless N tables have totals.  --self-test: then alters every number that takes
part, one at a time, and fails if that goes unnoticed.
exit: 0 everything adds up, 1 not, 2 usage.
"""

import argparse
import copy
import decimal
import re
import sys

import carried_sums
import tagged_tables

D = decimal.Decimal
TOTAL = re.compile(r"(celkem|součet|úhrnem)( |$)", re.I)
TOTAL_HEAD = re.compile(r"(celkem|součet|úhrnem)$", re.I)
NUMBER = re.compile(r"[-−]?\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?:,\d+)?|[-−]?\d+(?:,\d+)?")
# What is not known has no number; a total that leaves it out says so by a plus.
UNKNOWN = {"nevyčísleno"}
MORE = re.compile(r"[ \u00a0]\+$")
DASH = {"–", "—", "-", "−"}
YEAR = re.compile(r"20\d\d$")
CODED = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)[ \u00a0]\D")
ACTIVITY = re.compile(r"(\d{1,2}(?:\.\d{1,2})+)[ \u00a0]")
# Ratios of a row: the head of the column → over, under, how many.
RATIOS = {
    "Index stáří": ("65 a více let / počet", "0–14 let / počet", 100),
    "Žen na 100 mužů": ("Ženy", "Muži", 100),
}


def number(text):
    """The one number that a cell is, as an interval (from, to); a dash is nothing, None no number.

    „1 250 000“, „12,5“, „–“, „10–12“, „20 obcí“.
    """
    text = MORE.sub("", text.strip())
    if text in DASH:
        return D(0), D(0)
    bounds = re.split("–", text)
    if len(bounds) == 2 and all(NUMBER.fullmatch(bound.strip(" \u00a0")) for bound in bounds):
        return tuple(plain(bound.strip(" \u00a0")) for bound in bounds)
    found = NUMBER.match(text)
    if not found or not re.fullmatch(r"([ \u00a0][^\W\d]{1,8}\.?|[ \u00a0]?%)?", text[found.end():]):
        return None
    return (plain(found.group()),) * 2


def plain(words):
    return D(re.sub("[ \u00a0\u202f\u2009]", "", words).replace("−", "-").replace(",", "."))


def add(numbers):
    numbers = list(numbers)
    return sum(n[0] for n in numbers), sum(n[1] for n in numbers)


def shown(value):
    return f"{value[0]}" if value[0] == value[1] else f"{value[0]}–{value[1]}"


class Judge:
    """What one table says and whether it is so; `used` are the places that took part."""

    def __init__(self, table):
        self.table, self.faults, self.sums, self.used = table, [], 0, set()
        self.totals = [n for n, row in enumerate(table.body) if row and row[0]
                       and TOTAL.match(row[0].text)]
        self.width = max((len(row) for row in table.body + table.head), default=0)
        self.heads = [table.header(column).replace("\u00a0", " ") for column in range(self.width)]
        for at, total in enumerate(self.totals):
            first = self.totals[at - 1] + 1 if at else 0
            for column in range(1, self.width):
                self.column(column, range(first, total), total)
        for column in range(1, self.width):
            last = self.heads[column].split(" / ")[-1]
            if TOTAL_HEAD.match(last) and column > 1:
                self.rows(column)
            if self.heads[column] in RATIOS:
                self.ratios(column)

    def cell(self, row, column):
        line = self.table.body[row]
        return line[column] if column < len(line) else None

    def value(self, row, column):
        cell = self.cell(row, column)
        found = number(cell.text) if cell and cell.columns == 1 else None
        if found:
            self.used.add((row, column))
        return found

    def fault(self, what, expected, found):
        self.faults.append(f"„{self.table.name}“, {what}: {found} is printed, {expected} comes out")

    def column(self, column, rows, total):
        cell, head = self.cell(total, column), self.heads[column]
        if not cell or cell.columns > 1 or cell.text in DASH | {""} or head in RATIOS:
            return
        isMore = bool(MORE.search(cell.text))
        if isMore != self.lacks(rows, column):
            self.faults.append(f"„{self.table.name}“, total of „{head}“: „{cell.text}“, but "
                               f"{'every' if isMore else 'not every'} row has a number")
        stated = self.value(total, column)
        if stated is None:
            self.faults.append(f"„{self.table.name}“, total of „{head}“: „{cell.text}“ is no number")
            return
        self.sums += 1
        if "%" in head:
            self.shares(column, rows, total, stated)
            return
        groups = [row for row in rows if self.sums_up_group(row)]
        if groups:
            found = add(self.value(row, column) or (D(0),) * 2
                        for row in groups + [row for row in rows if row > groups[-1]])
            self.groups(column, rows, groups)
            if found != stated:
                self.fault(f"total of „{head}“", shown(found), shown(stated))
            return
        levels = self.levels(rows)
        # Rows that only name a group have no number of their own.
        levels = {row: depth for row, depth in levels.items() if self.value(row, column)}
        if levels:
            found = add(self.value(row, column) for row in levels
                        if levels[row] == min(levels.values()))
            self.subtotals(column, list(levels), levels)
        else:
            found = add(self.counted(row, column) for row in rows)
        if found != stated:
            self.fault(f"total of „{head}“", shown(found), shown(stated))

    def lacks(self, rows, column):
        cells = [self.cell(row, column) for row in rows]
        return any(cell and cell.text in UNKNOWN for cell in cells)

    def counted(self, row, column):
        """A number; where the total counts what the cells list, the length of the list."""
        found = self.value(row, column)
        cell = self.cell(row, column)
        if found is None and cell and cell.text not in UNKNOWN and cell.columns == 1 and re.match(r"[^\W\d]", cell.text):
            return (D(cell.text.count(",") + 1),) * 2
        return found or (D(0), D(0))

    def levels(self, rows):
        """The depth of each row by its code, if all have one, or those without stand below others."""
        found, deepest = {}, None
        for row in rows:
            cell = self.cell(row, 0)
            code = CODED.match(cell.text) if cell else None
            if code:
                deepest = found[row] = code.group(1).count(".")
            elif deepest is None:
                return {}
            else:
                found[row] = deepest + 1
        return found

    def sums_up_group(self, row):
        cell = self.cell(row, 0)
        return bool(cell and carried_sums.GROUP_SUM.search(cell.text))

    def groups(self, column, rows, sums):
        """Each sum below a group is that of the rows since the one before."""
        first = rows.start
        for row in sums:
            self.sums += 1
            found = add(self.value(above, column) or (D(0),) * 2 for above in range(first, row))
            stated = self.value(row, column) or (D(0),) * 2
            if found != stated:
                self.fault(f"row „{self.cell(row, 0).text}“, „{self.heads[column]}“",
                           shown(found), shown(stated))
            first = row + 1

    def subtotals(self, column, rows, levels):
        for at, row in enumerate(rows):
            inner = []
            for below in rows[at + 1:]:
                if levels[below] <= levels[row]:
                    break
                if levels[below] == levels[row] + 1:
                    inner.append(below)
            if inner:
                self.sums += 1
                stated = self.value(row, column) or (D(0),) * 2
                found = add(self.value(below, column) or (D(0),) * 2 for below in inner)
                if found != stated:
                    self.fault(f"row „{self.cell(row, 0).text}“, „{self.heads[column]}“",
                               shown(found), shown(stated))

    def shares(self, column, rows, total, stated):
        """Shares of the total of the column before; of the whole of a row, where there is one."""
        rows = [row for row in rows if self.value(row, column)]
        before = column - 1
        if "%" in self.heads[before] or before < 1 or self.value(total, before) is None:
            # The counts are not printed: rounded, the shares make the whole.
            found = sum(self.value(row, column)[0] for row in rows)
            if abs(found - stated[0]) > half(stated[0]) * (len(rows) + 1):
                self.fault(f"total of „{self.heads[column]}“", found, stated[0])
            return
        isWhole = stated[0] == 100
        whole = None if isWhole else self.wholes(column)
        for row in [*rows, total]:
            count = self.value(row, before)
            of = self.value(total, before) if isWhole else self.value(row, whole)
            if not count or not of or not of[0]:
                continue
            printed = self.value(row, column)[0]
            found = count[0] * 100 / of[0]
            if abs(found - printed) > half(printed):
                self.fault(f"row „{self.cell(row, 0).text}“, „{self.heads[column]}“",
                           round(found, 3), printed)

    def wholes(self, column):
        """The first column of numbers: what the shares along a row are of."""
        return next(c for c in range(1, column) if "%" not in self.heads[c])

    def rows(self, column):
        parts = [c for c in range(1, column) if "%" not in self.heads[c]
                 and self.heads[c] not in RATIOS and not TOTAL_HEAD.match(self.heads[c])]
        for row in range(len(self.table.body)):
            stated = self.value(row, column)
            values = [self.value(row, c) for c in parts]
            if stated is None or None in values:
                continue
            self.sums += 1
            if add(values) != stated:
                self.fault(f"row „{self.cell(row, 0).text}“", shown(add(values)), shown(stated))

    def ratios(self, column):
        over, under, many = RATIOS[self.heads[column]]
        if over not in self.heads or under not in self.heads:
            return
        for row in range(len(self.table.body)):
            stated, a, b = (self.value(row, c) for c in (
                column, self.heads.index(over), self.heads.index(under)))
            if stated and a and b and b[0] and self.cell(row, column).text not in DASH:
                found = a[0] * many / b[0]
                if abs(found - stated[0]) > half(stated[0]):
                    self.fault(f"row „{self.cell(row, 0).text}“, „{self.heads[column]}“",
                               round(found, 3), stated[0])


def half(printed):
    """Half a unit of the last printed place: how far rounding goes."""
    return D(5).scaleb(printed.as_tuple().exponent - 1)


def years(table):
    """The columns of years and of the total, if that is what the table has, else none."""
    width = max((len(row) for row in table.head), default=0)
    heads = [table.header(column) for column in range(1, width)]
    fits = len(heads) > 1 and TOTAL_HEAD.match(heads[-1]) and all(map(YEAR.match, heads[:-1]))
    return range(1, width) if fits else ()


def money(table, rows):
    return {row[0].text: tuple((number(row[c].text) or (D(0),) * 2)[0] for c in years(table))
            for row in rows}


def by_code(lines, depth):
    """The amounts of rows or cards by the first numbers of their codes."""
    found = {}
    for code, amounts in lines:
        key = ".".join(code.split(".")[:depth])
        found[key] = tuple(map(sum, zip(found[key], amounts))) if key in found else amounts
    return found


def compare_views(tables):
    """The money of the plan as its tables show it; what two of them do not agree on."""
    faults, cards, views, by_source = [], [], {}, {}
    for table in tables:
        if not years(table):
            continue
        lines = [row for row in table.body if row[0] and not TOTAL.match(row[0].text)
                 and len(row) > years(table)[-1] and row[1].columns == 1]
        amounts = money(table, lines)
        whole = tuple(map(sum, zip(*amounts.values())))
        activity = ACTIVITY.search(table.heading)
        if not table.caption and activity:
            cards.append((activity.group(1), whole))
            for source, own in amounts.items():
                by_source[source] = tuple(map(sum, zip(by_source[source], own))) \
                    if source in by_source else own
        else:
            coded = [(CODED.match(name).group(1), own) for name, own in amounts.items()
                     if CODED.match(name)]
            views[table.name] = (coded, amounts)
    if not views and not cards:
        return faults, 0
    if not cards:
        return ["no card of an activity shows its money"], 0
    whole = tuple(map(sum, zip(*(own for _, own in cards))))
    for name, (coded, amounts) in views.items():
        if coded:
            for depth in {code.count(".") for code, _ in coded}:
                rows = {code: own for code, own in coded if code.count(".") == depth}
                on_cards = by_code(cards, depth + 1)
                for code in sorted(rows.keys() | on_cards.keys()):
                    if rows.get(code) != on_cards.get(code):
                        faults.append(f"„{name}“, {code}: {said(rows.get(code))}, on the cards "
                                      f"{said(on_cards.get(code))}")
        # Cards use short names of the sources: the amounts tell which is which.
        elif sorted(amounts.values()) != sorted(by_source.values()):
            odd = set(amounts.values()) ^ set(by_source.values())
            faults.append(f"„{name}“ and the cards differ by source: {sorted(map(said, odd))}")
    for table in tables:
        column = next((c for c in range(1, 9) if table.header(c) == "Náklady v Kč"), None)
        if column and table.header(0) == "Priorita":
            views[table.name] = None
            on_cards = {code: own[-1] for code, own in by_code(cards, 1).items()}
            printed = {CODED.match(row[0].text).group(1): number(row[column].text)[0]
                       for row in table.body if CODED.match(row[0].text)}
            if printed != on_cards:
                faults.append(f"„{table.name}“: {printed}, on the cards {on_cards}")
    return faults, len(views) + bool(whole)


def said(amounts):
    return "nothing" if amounts is None else " ".join(f"{amount:,}" for amount in amounts)


def check(tables):
    judges = [Judge(table) for table in tables]
    faults = [fault for judge in judges for fault in judge.faults]
    for judge in judges:
        if judge.totals and not judge.sums:
            faults.append(f"„{judge.table.name}“ has a total, but nothing that could be summed")
    views, count = compare_views(tables)
    return judges, faults + views, count


def unnoticed(judges):
    """Each number that takes part, altered alone: those whose change nobody sees."""
    blind, tries = [], 0
    for judge in judges:
        for row, column in sorted(judge.used):
            table = copy.deepcopy(judge.table)
            cell = table.body[row][column]
            if not re.search(r"\d", cell.text):
                continue
            # The first digit: „100,0“ becomes „200,0“, far beyond any rounding.
            cell.text = re.sub(r"\d", lambda d: str(int(d.group()) % 9 + 1), cell.text, count=1)
            tries += 1
            if not Judge(table).faults:
                blind.append(f"„{table.name}“, row {row + 1}, column {column + 1}: altered to "
                             f"„{cell.text}“, and nothing was found")
    return blind, tries


def unnoticed_views(tables):
    """Each table of the money doubled, so that it still adds up in itself: those unmissed."""
    blind, tries = [], 0
    for at, table in enumerate(tables):
        if not any(number(cell.text) not in (None, (0, 0)) for row in table.body if years(table)
                   for cell in row[1:] if cell):
            continue
        double = copy.deepcopy(table)
        for cell in {id(cell): cell for row in double.body for cell in row[1:] if cell}.values():
            value = number(cell.text)
            if value and any(value):
                cell.text = str(value[0] * 2)
        tries += 1
        if not compare_views([*tables[:at], double, *tables[at + 1:]])[0]:
            blind.append(f"„{table.name}“: doubled, and no other table misses it")
    return blind, tries


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--expected", type=int)
    parser.add_argument("--carried", type=int, default=0)
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("file")
    options = parser.parse_args()
    tables = tagged_tables.read(options.file)
    judges, faults, views = check(tables)
    summed = [judge for judge in judges if judge.totals]
    if options.expected is not None and len(summed) != options.expected:
        faults.append(f"{len(summed)} tables have totals, expected {options.expected}")
    carried, lines, sums = carried_sums.check(options.file, tables, number)
    faults += carried
    if lines < options.carried:
        faults.append(f"{lines} page breaks carry sums, expected {options.carried} or more")
    said = (f"{len(tables)} tables, {len(summed)} with totals, {sum(j.sums for j in judges)} sums, "
            f"{views} views of the money, {sums} sums carried over {lines} page breaks")
    if options.self_test:
        blind, tries = unnoticed([judge for judge in judges if judge.sums])
        more, doubles = unnoticed_views(tables)
        faults += blind + more
        if lines:
            # A row of each table that is altered must be missed by the sums carried below it.
            for table in tables:
                for row in table.body[:1]:
                    for cell in row[1:]:
                        if cell and number(cell.text) and any(number(cell.text)):
                            cell.text = "987 654 321"
            missed = carried_sums.check(options.file, tables, number)[0]
            if not missed:
                faults.append("numbers above carried sums were altered, and nothing was found")
            said += f"; numbers above carried sums altered, {len(missed)} faults noticed"
        said += f"; {doubles} tables of money doubled, {doubles - len(more)} noticed"
        said += f"; {tries} numbers altered, {tries - len(blind)} noticed"
    print(f"{'FAIL' if faults else 'PASS'} {options.file}: {said}")
    for fault in faults[:40]:
        print(f"  {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
