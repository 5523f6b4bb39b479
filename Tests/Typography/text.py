"""Some thirty pages of running Czech, as people type it: the same in every run.

The sentences are those of the sample's narrative, drawn without repetition until all were used, by
a fixed generator; so words, dates, numbers and prepositions are those of real plans. Nothing
is prepared for a typesetter: plain spaces, no tied letters, no soft hyphens.
"""

import re

import book

CAPITAL = "A-ZÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ„"
# Where a line is no prose: headings, tables, lists, pictures, captions, forms.
NO_PROSE = re.compile(r"[#|>!:\-\d*]|Popis:|Zdroj|Stav k|Šířka|\s")
MARKUP = re.compile(r"[\[\]*_`<>{}|\\]")
FOREIGN = "shrnuti-anglicky"


def sentences(folder):
    """The sentences of the narratives of a project, in the order of their files."""
    found = []
    for file in sorted(folder.glob("*.md")):
        if file.stem == FOREIGN:
            continue
        for line in file.read_text(encoding="utf-8").splitlines():
            if not line or NO_PROSE.match(line):
                continue
            for sentence in re.split(rf"(?<=[^\s.]{{3}}[.!?])\s+(?=[{CAPITAL}])", line):
                if MARKUP.search(sentence) or not re.match(rf"[{CAPITAL}].*[.!?“]$", sentence):
                    continue
                if sentence.count("„") == sentence.count("“") and sentence not in found:
                    found.append(sentence)
    return found


def blocks(chapters):
    """The text: pairs of a kind (chapter, lead, section, paragraph, list) and what it says.

    The lead, the first paragraph of a chapter, is ragged and is not measured.
    """
    chance = book.Chance(20_250_103)
    stock, titles, left = sentences(book.ROOT / "Data/dacice/texty"), [], []
    titles = [sentence[:-1] for sentence in stock if len(sentence) < 48 and "„" not in sentence]

    def draw():
        if not left:
            left.extend(stock)
        return left.pop(chance.below(len(left)))

    out = []
    for _ in range(chapters):
        out.append(("chapter", titles[chance.below(len(titles))]))
        for section in range(4):
            if section:
                out.append(("section", titles[chance.below(len(titles))]))
            else:
                out.append(("lead", f"{draw()} {draw()}"))
            out += [("paragraph", " ".join(draw() for _ in range(3 + chance.below(5))))
                    for _ in range(6)]
            if section % 2:
                out.append(("list", [draw() for _ in range(3)]))
    return out
