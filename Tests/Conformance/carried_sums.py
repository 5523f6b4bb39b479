"""The sums that tables carry over page breaks, read back from the artifacts of a PDF and computed anew
from the cells on the pages before."""

import re

import pikepdf

import exact_text

FORWARD, BROUGHT = "Převádí se", "Převedeno"
# Below the rows of a group, their sum.
GROUP_SUM = re.compile(r"\w celkem$", re.I)
NUMBER = re.compile("[-−]?\\d{1,3}(?:[ \u00a0\u202f\u2009]?\\d{3})*(?:,\\d+)?")


def check(path, tables, number):
    """What is wrong, how many lines of sums there are, and how many sums; `number` reads a cell."""
    with pikepdf.open(path) as pdf:
        pages = [page.obj.objgen for page in pdf.pages]
        fonts = {}
        said = [lines(page, fonts) for page in pdf.pages]
    faults, count, sums = [], 0, 0
    for at, (forward, brought) in enumerate(said):
        following = said[at + 1][1] if at + 1 < len(said) else None
        if forward is not None and forward != following:
            faults.append(f"page {at + 1} carries {forward} forward, the next page brings {following}")
        if brought is not None and (at == 0 or said[at - 1][0] is None):
            faults.append(f"page {at + 1} brings {brought}, the page before carries nothing")
        if forward is None:
            continue
        count, sums = count + 1, sums + len(forward)
        table = split_table(tables, pages, at)
        if table is None:
            faults.append(f"page {at + 1} carries sums, but no table goes on overleaf")
            continue
        expected = above(table, pages, at, number)
        if not is_part(forward, expected):
            faults.append(f"„{table.name}“, page {at + 1}: {forward} is carried, the rows come to "
                          f"{expected}")
    for table in tables:
        faults += ends(table, pages, said)
    return faults, count, sums


def artifacts(page, fonts):
    """What each operation shows on a page that is an artifact."""
    shown, artifact, font = [], [], None
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "Tf":
            reference = page.obj["/Resources"]["/Font"][str(operands[0])]
            font = fonts.setdefault(reference.objgen, exact_text.Font(reference))
        elif name in ("BDC", "BMC"):
            artifact.append(str(operands[0]) == "/Artifact")
        elif name == "EMC":
            artifact.pop()
        elif name in ("Tj", "TJ") and any(artifact):
            parts = operands[0] if name == "TJ" else [operands[0]]
            shown.append("".join(font.text(part) for part in parts
                                 if isinstance(part, pikepdf.String)).strip())
    return shown


def lines(page, fonts):
    """The numbers behind the words of a carried line, at the foot and at the head of a page."""
    shown = artifacts(page, fonts)
    found = {}
    for at, words in enumerate(shown):
        for label in (FORWARD, BROUGHT):
            if label in words.replace("\u00a0", " "):
                numbers = []
                for word in shown[at + 1:]:
                    if not NUMBER.fullmatch(word):
                        break
                    numbers.append(word)
                found[label] = numbers
    return found.get(FORWARD), found.get(BROUGHT)


def split_table(tables, pages, at):
    """The table with rows on a page and on the next."""
    for table in tables:
        own = {cell.page for row in table.body for cell in row if cell}
        if pages[at] in own and at + 1 < len(pages) and pages[at + 1] in own:
            return table
    return None


def plain_rows(table):
    """The rows that no subtotal repeats: of coded ones those without rows of a longer code or of none
    below, and no sums of groups („Kraj Vysočina celkem“)."""
    codes = [re.match(r"(\d{1,2}(?:\.\d{1,2})*)[ \u00a0]\D", row[0].text) if row and row[0] else None
             for row in table.body]
    total = re.compile("(celkem|součet|úhrnem)( |$)", re.I)
    rows = [at for at, row in enumerate(table.body) if row and row[0]
            and not total.match(row[0].text) and not GROUP_SUM.search(row[0].text)]
    if rows and codes[rows[0]] and not all(codes[at] for at in rows):
        return [at for at in rows if not codes[at]]
    if all(codes[at] for at in rows):
        depths = {at: codes[at].group(1).count(".") for at in rows}
        return [at for at in rows if depths[at] == max(depths.values())]
    return rows


def above(table, pages, at, number):
    """What each column comes to on the pages up to one, None where it has no numbers."""
    width = max((len(row) for row in table.body), default=0)
    done, sums = set(pages[:at + 1]), []
    for column in range(1, width):
        cells = [table.body[row][column] for row in plain_rows(table)
                 if column < len(table.body[row])]
        # What reaches over columns names a group.
        cells = [cell for cell in cells if cell and cell.columns == 1]
        values = [number(cell.text) if cell.text else (0, 0) for cell in cells]
        if not values or any(value is None or value[0] != value[1] for value in values):
            sums.append(None)
            continue
        sums.append(sum(value[0] for cell, value in zip(cells, values)
                        if cell.page in done))
    return sums


def is_part(printed, expected):
    """Whether printed sums are those of some of the columns, in their order."""
    rest = iter(expected)
    plain = [re.sub("[ \u00a0\u202f\u2009]", "", words).replace(",", ".").replace("−", "-")
             for words in printed]
    return all(any(sum is not None and sum == type(sum)(words) for sum in rest) for words in plain)


def ends(table, pages, said):
    """The first page of a table brings nothing, its last carries nothing."""
    own = sorted(pages.index(cell.page) for row in table.body for cell in row
                 if cell and cell.page in pages)
    if not own or own[0] == own[-1]:
        return []
    faults = []
    if said[own[0]][1] is not None and said[own[0] - 1][0] is None:
        faults.append(f"„{table.name}“ brings sums to its first page")
    carries = [at for at in range(own[0], own[-1]) if said[at][0] is not None]
    if carries and len(carries) < own[-1] - own[0]:
        faults.append(f"„{table.name}“ carries its sums on pages {carries} only")
    return faults
