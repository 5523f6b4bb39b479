"""Some thirty pages of running Czech, as people type it: the same in every run.

The sentences of `vety.txt` are those of the sample's narrative, drawn without repetition until all
were used, by a fixed generator; so words, dates, numbers and prepositions are those of real plans.
Nothing is prepared for a typesetter: plain spaces, no tied letters, no soft hyphens.
"""

import pathlib

import book

SENTENCES = pathlib.Path(__file__).resolve().parent / "vety.txt"


def blocks(chapters, number=0):
    """The text: pairs of a kind (chapter, lead, section, paragraph, list) and what it says.

    Other numbers give other texts of the same sentences. The lead, the first paragraph of a chapter,
    is ragged and is not measured.
    """
    chance = book.Chance(20_250_103 + 7_919 * number)
    stock, left = SENTENCES.read_text(encoding="utf-8").splitlines(), []
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
