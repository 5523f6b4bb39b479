"""Workbooks that `sazba sheet` wrote, read by openpyxl: the same fields as the CSV, choices, notes."""

import csv
import datetime
import pathlib
import tempfile
import warnings

import openpyxl

from process import run


def checks(sazba, project):
    return [lambda: check(sazba, project)]


def check(sazba, project):
    with tempfile.TemporaryDirectory(prefix="sazba-sheet-") as folder:
        done = run([sazba, "sheet", project, "--output", folder], timeout=120)
        if done.code != 0:
            return [(False, f"sazba sheet {project.name}", done.output)]
        return [table(path, project) for path in sorted(pathlib.Path(folder).glob("*.xlsx"))]


def table(path, project):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        book = openpyxl.load_workbook(path)
    sheet, faults = book.worksheets[0], []
    if sheet.title != path.stem or sheet.freeze_panes != "A2":
        faults.append(f"sheet {sheet.title}, frozen {sheet.freeze_panes}")
    if not all(cell.comment for cell in sheet[1]):
        faults.append("a column has no note")
    if any(not other.protection.sheet for other in book.worksheets[1:]):
        faults.append("a sheet beside the table can be changed")
    for rule in sheet.data_validations.dataValidation:
        name, span = rule.formula1.replace("'", "").split("!")
        if not all(row[0].value for row in book[name][span.replace("$", "")]):
            faults.append(f"{rule.sqref}: an empty choice in {rule.formula1}")
    source = project / f"{path.stem}.csv"
    if source.exists():
        rows = [row for row in csv.reader(source.open(encoding="utf-8-sig"), delimiter=";") if row]
        found = [[cell.value for cell in row] for row in sheet.iter_rows()]
        if len(rows) != len(found):
            faults.append(f"{len(found)} rows, {len(rows)} in the CSV")
        for number, (fields, cells) in enumerate(zip(rows, found), 1):
            faults += [f"row {number}: {field!r} became {cell!r}"
                       for field, cell in zip(fields, cells) if not same(field, cell)]
    return (not faults, f"openpyxl reads {path.name}", "\n".join(faults))


def same(field, cell):
    field = " ".join(field.split("\n")).strip()
    if cell is None:
        return field == ""
    if isinstance(cell, datetime.datetime):
        return field == f"{cell.day}. {cell.month}. {cell.year}"
    if isinstance(cell, (int, float)):
        return float(field.replace(" ", "").replace(",", ".").removesuffix("Kč")) == cell
    return field == cell
