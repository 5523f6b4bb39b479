"""The tables of a PDF, read back through its structure tree alone."""

import dataclasses

import pikepdf

import exact_text


@dataclasses.dataclass
class Cell:
    """A cell: what it says, whether it is a header, how far it reaches, which headers it names."""
    text: str
    is_header: bool
    columns: int = 1
    rows: int = 1
    name: str = ""
    scope: str = ""
    headers: list = dataclasses.field(default_factory=list)
    page: tuple = ()  # the object of the page where its content starts


@dataclasses.dataclass
class Table:
    """A table as a grid: cells that span stand in each of their places."""
    caption: str
    heading: str  # the last heading before it
    head: list = dataclasses.field(default_factory=list)
    body: list = dataclasses.field(default_factory=list)

    def header(self, column):
        """The words of a column's header cells, from the top, each cell once."""
        cells = [row[column] for row in self.head if column < len(row) and row[column]]
        once = [cell for at, cell in enumerate(cells) if all(cell is not other for other in cells[:at])]
        return " / ".join(cell.text for cell in once)

    @property
    def name(self):
        return self.caption or f"{self.heading}: {self.header(0)}"


def read(path):
    """All tables in the order of the tree."""
    fonts, texts, reader = {}, {}, Reader()
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            texts[page.obj.objgen] = exact_text.marked_texts(page, fonts)
        reader.texts = texts
        reader.walk(pdf.Root["/StructTreeRoot"]["/K"], None)
    return reader.tables


class Reader:
    def __init__(self):
        self.tables, self.heading, self.texts = [], "", {}

    def walk(self, element, page):
        if isinstance(element, int):
            return
        if isinstance(element, pikepdf.Array):
            for kid in element:
                self.walk(kid, page)
            return
        page = element["/Pg"].objgen if "/Pg" in element else page
        kind = str(element.get("/S", ""))
        if kind in ("/H1", "/H2", "/H3", "/H4", "/H5", "/H6"):
            self.heading = self.text(element, page)
        elif kind == "/Table":
            self.table(element, page)
        elif "/K" in element:
            self.walk(element["/K"], page)

    def table(self, element, page):
        table = Table("", self.heading)
        rows = {"/THead": [], "/TBody": []}

        def walk(element, page, group):
            for kid in kids(element):
                if not isinstance(kid, pikepdf.Dictionary):
                    continue
                place = kid["/Pg"].objgen if "/Pg" in kid else page
                kind = str(kid.get("/S", ""))
                if kind == "/Caption":
                    table.caption = self.text(kid, place)
                elif kind == "/TR":
                    rows["/THead" if group == "/THead" else "/TBody"].append(
                        [self.cell(cell, place) for cell in kids(kid)])
                else:
                    walk(kid, place, kind)

        walk(element, page, "")
        table.head, table.body = grid(rows["/THead"]), grid(rows["/TBody"])
        self.tables.append(table)

    def cell(self, element, page):
        page = element["/Pg"].objgen if "/Pg" in element else page
        cell = Cell(self.text(element, page), str(element["/S"]) == "/TH")
        cell.name = str(element.get("/ID", ""))
        cell.page = first_page(element, page)
        attributes = element.get("/A", [])
        for one in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
            if isinstance(one, pikepdf.Dictionary):
                cell.columns = int(one.get("/ColSpan", cell.columns))
                cell.rows = int(one.get("/RowSpan", cell.rows))
                cell.scope = str(one.get("/Scope", cell.scope))
                cell.headers += [str(name) for name in one.get("/Headers", [])]
        return cell

    def text(self, element, page):
        """The words of an element without the calls of notes."""
        out = []

        def walk(element, page):
            if isinstance(element, pikepdf.Dictionary) and element.get("/S") in ("/Reference", "/Note"):
                return
            if isinstance(element, pikepdf.Dictionary) and "/K" in element \
                    and "/ActualText" not in element:
                page = element["/Pg"].objgen if "/Pg" in element else page
                for kid in kids(element):
                    walk(kid, page)
                if element.get("/S") == "/P":
                    out.append(" ")
                return
            exact_text.walk(element, page, self.texts, out, [])

        walk(element, page)
        return exact_text.plain("".join(out)).strip()


def first_page(element, page):
    """The page of the first content of an element."""
    page = element["/Pg"].objgen if "/Pg" in element else page
    for kid in kids(element):
        if not isinstance(kid, pikepdf.Dictionary):
            return page
        found = first_page(kid, page) if "/K" in kid or "/MCID" in kid else ()
        if found:
            return found
    return page if "/MCID" in element else ()


def kids(element):
    found = element.get("/K", [])
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def grid(rows):
    """Rows of cells laid out: a cell stands in every place that it spans, None where nothing is."""
    out = [[] for _ in rows]
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while column < len(out[number]) and out[number][column] is not None:
                column += 1
            for line in out[number:number + cell.rows]:
                line.extend([None] * (column + cell.columns - len(line)))
                line[column:column + cell.columns] = [cell] * cell.columns
            column += cell.columns
    return out
