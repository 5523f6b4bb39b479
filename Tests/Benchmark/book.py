"""A book of made-up Czech sentences, the same in every run, and its three spellings.

Its words are the running-text words of the hyphenation oracle, chosen by a fixed congruential
generator: no paragraph repeats, so no program can profit from having seen one before.
"""

import html
import pathlib
import shutil

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
# The measures of the plan's first design: A4, a text column of 118 mm, 10.3 on 14 pt.
INNER, OUTER, TOP, BOTTOM, SIZE, LINE = 22, 70, 26, 30, 10.3, 14
CAPTION, SOURCE, DATE = "Obce podle počtu", "Zdroj: vlastní výpočet", "31. 12. 2024"
SERIF, SANS = "Source Serif Pro", "Source Sans Pro"


class Chance:
    """Knuth's MMIX generator: the same numbers on every machine."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % limit


def words():
    lines = (ROOT / "Tests/Oracles/hyphenation/cs.tsv").read_text(encoding="utf-8").splitlines()
    found = [line.split("\t")[0] for line in lines]
    return [word for word in found if word.isalpha() and len(word) > 1]


def book(chapters):
    """A list of blocks: (kind, content). Some fourteen pages a chapter."""
    chance, stock, blocks, number = Chance(20_250_101), words(), [], 0

    def sentence(length):
        text = [stock[chance.below(len(stock))] for _ in range(length)]
        if length > 12:
            text[length // 2] += ","
        return " ".join(text).capitalize() + "."

    def paragraph():
        return " ".join(sentence(8 + chance.below(14)) for _ in range(5 + chance.below(4)))

    for chapter in range(chapters):
        blocks.append(("chapter", sentence(3)[:-1]))
        for section in range(6):
            blocks.append(("section", sentence(4)[:-1]))
            blocks += [("paragraph", paragraph()) for _ in range(6)]
            blocks.append(("list", [sentence(9) for _ in range(4)]))
            if section % 2:
                rows = [[f"{stock[chance.below(len(stock))].capitalize()} {n + 1}",
                         sentence(5)[:-1], str(chance.below(9_000)), str(chance.below(900))]
                        for n in range(12)]
                number += 1
                blocks.append(("table", (number, [["Obec", "Popis", "Obyvatelé", "Podíl"], *rows])))
    return blocks


def markdown(blocks):
    """One text a chapter, as projects keep them."""
    texts = []
    for kind, content in blocks:
        if kind == "chapter":
            texts.append(f"# {content}\n")
        elif kind == "section":
            texts[-1] += f"\n## {content}\n"
        elif kind == "paragraph":
            texts[-1] += f"\n{content}\n"
        elif kind == "list":
            texts[-1] += "\n" + "".join(f"- {item}\n" for item in content)
        else:
            number, table = content
            head, *rows = [f"| {' | '.join(row)} |\n" for row in table]
            texts[-1] += f"\n{head}|:--|:--|--:|--:|\n{''.join(rows)}"
            texts[-1] += f"\nPopis: {CAPTION} {number} {{#tab-bench-{number}}}\n"
            texts[-1] += f"{SOURCE}\nStav k: {DATE}\n"
    return texts


def project(texts, folder):
    """The sample's plan with another narrative: its own recipe, a chapter a text."""
    shutil.copytree(ROOT / "Data/dacice", folder, dirs_exist_ok=True)
    recipe = (ROOT / "Layouts/Publications/plan.yaml").read_text(encoding="utf-8")
    head = [line for line in recipe.split("\nparts:")[0].splitlines() if not line.startswith("#")]
    parts = ["parts:", "  - kind: contents", "    depth: 2"]
    for number, text in enumerate(texts, 1):
        (folder / f"texty/zkouska-{number:03}.md").write_text(text, encoding="utf-8")
        parts += ["  - kind: chapter", f"    text: zkouska-{number:03}"]
    own = folder / "Layouts/Publications/plan.yaml"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text("\n".join([*head, *parts]) + "\n", encoding="utf-8")


def fonts():
    weights = {"Regular": "400", "Semibold": "600", "Bold": "700"}
    for family in (SERIF, SANS):
        base = family.replace(" ", "")
        for name, weight in weights.items():
            file = ROOT / "Fonts" / base / f"{base}-{name}.otf"
            if file.is_file():
                yield family, file, weight


def long_table(rows):
    """One text with a table of so many rows in six columns, for projects."""
    chance, stock = Chance(20_250_102), words()

    def word():
        return stock[chance.below(len(stock))]

    lines = [f"| {number} | {word().capitalize()} | {word()} {word()} | {chance.below(9_000)} | "
             f"{chance.below(900)},{chance.below(10)} | {word()} |\n" for number in range(1, rows + 1)]
    return [f"# Velká tabulka\n\n| Pořadí | Obec | Popis | Obyvatelé | Podíl | Druh |\n"
            f"|--:|:--|:--|--:|--:|:--|\n{''.join(lines)}\n"
            f"Popis: Řádky {{#tab-bench}}\n{SOURCE}\nStav k: {DATE}\n"]


def typst(blocks):
    out = [f'''#set document(title: "Zkouška rychlosti", date: datetime(year: 2025, month: 1, day: 1))
#set page(paper: "a4", margin: (inside: {INNER}mm, outside: {OUTER}mm, top: {TOP}mm, bottom: {BOTTOM}mm),
  numbering: "1", header: context {{
    let before = query(selector(heading.where(level: 1)).before(here()))
    if before.len() > 0 {{ text(font: "{SANS}", size: 8pt, before.last().body) }}
  }})
#set text(font: "{SERIF}", size: {SIZE}pt, lang: "cs", hyphenate: true, top-edge: 0.7em, bottom-edge: -0.3em)
#set par(justify: true, linebreaks: "optimized", leading: {LINE - SIZE}pt, spacing: {LINE - SIZE}pt, first-line-indent: 1em)
#show heading: set text(font: "{SANS}")
#set heading(numbering: "1.1")
#show heading.where(level: 1): it => {{ pagebreak(weak: true); it }}
#show table: set text(font: "{SANS}", size: 8.8pt)
#set table(stroke: none)
#outline(depth: 2)
''']
    for kind, content in blocks:
        if kind in ("chapter", "section"):
            out.append(f"{'=' if kind == 'chapter' else '=='} {content}\n")
        elif kind == "paragraph":
            out.append(content + "\n")
        elif kind == "list":
            out += [f"- {item}" for item in content] + [""]
        else:
            count, table = content
            head, *rows = [", ".join(f"[{cell}]" for cell in row) for row in table]
            body = ",\n  ".join(rows)
            out.append(f"#figure(kind: table, caption: [{CAPTION} {count}], table(columns: 4, "
                       f"align: (left, left, right, right),\n  table.header({head}), table.hline(),\n  {body}))\n\n{SOURCE}; stav k {DATE}\n")
    return "\n".join(out)


def web(blocks, fonts):
    faces = "".join(
        f'@font-face{{font-family:"{family}";src:url("{file.as_uri()}");font-weight:{weight}}}'
        for family, file, weight in fonts)
    out = [f'''<!DOCTYPE html><html lang="cs"><head><meta charset="utf-8"><title>Zkouška rychlosti</title><style>
{faces}
@page{{size:A4;margin:{TOP}mm {OUTER}mm {BOTTOM}mm {INNER}mm;@top-left{{content:string(chapter);font:8pt "{SANS}"}}
@bottom-right{{content:counter(page)}}}}
@page :left{{margin-left:{OUTER}mm;margin-right:{INNER}mm}}
body{{font:{SIZE}pt/{LINE}pt "{SERIF}";text-align:justify;hyphens:auto;counter-reset:c}}
p{{margin:0;text-indent:1em;orphans:2;widows:2}}h1,h2,table{{font-family:"{SANS}"}}
h1{{string-set:chapter content();break-before:page;counter-increment:c;counter-reset:s}}
h1::before{{content:counter(c) " "}}h2{{counter-increment:s}}h2::before{{content:counter(c) "." counter(s) " "}}
h1,h2{{break-after:avoid;text-align:left}}table{{font-size:8.8pt;border-collapse:collapse;width:100%}}td:nth-child(n+3){{text-align:right}}
nav a::after{{content:leader(".") target-counter(attr(href),page)}}
</style></head><body>''']
    entries, body, number = [], [], 0
    for kind, content in blocks:
        if kind in ("chapter", "section"):
            number += 1
            tag = "h1" if kind == "chapter" else "h2"
            body.append(f'<{tag} id="h{number}">{html.escape(content)}</{tag}>')
            entries.append(f'<li><a href="#h{number}">{html.escape(content)}</a></li>')
        elif kind == "paragraph":
            body.append(f"<p>{html.escape(content)}</p>")
        elif kind == "list":
            body.append("<ul>" + "".join(f"<li>{html.escape(item)}</li>" for item in content) + "</ul>")
        else:
            count, (head, *rows) = content
            cells = "".join(f'<th scope="col">{cell}</th>' for cell in head)
            lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
            body.append(f"<table><caption>{CAPTION} {count}</caption><thead><tr>{cells}</tr></thead>"
                        f"<tbody>{lines}</tbody></table><p>{SOURCE}; stav k {DATE}</p>")
    return "\n".join([*out, "<nav><ul>", *entries, "</ul></nav>", *body, "</body></html>"])
