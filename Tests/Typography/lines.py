"""Glyphs put together into lines, and lines into the paragraphs that are measured.

A line is what stands on one baseline without a hole of four ems. Where the source of the text is
known, its paragraphs are found in it letter by letter; else they are told by their shape.
"""

import collections
import pathlib
import re
import unicodedata
from dataclasses import dataclass, field

import fontTools.ttLib

HOLE = 4.0      # ems: wider white parts columns
SAME = 0.5      # points: baselines so near are one
WORD = 0.5      # of the natural space: narrower white is a kern
HYPHENS = ("-", "\u00ad", "\u2010")


@dataclass(slots=True)
class Gap:
    """The white between two words."""
    start: float
    end: float
    natural: float   # the font's own space at the size and the horizontal scale of the letters
    scale: float     # that scale

    @property
    def deviation(self):
        """By what share of the natural space it is wider or narrower."""
        return abs((self.end - self.start) / self.natural - 1)


@dataclass(eq=False)
class Line:
    """What stands on a baseline; lengths in points, y upwards."""
    page: int
    y: float
    left: float
    right: float
    hang: float              # how far its last glyph may hang: all of a mark, half of a letter
    font: str
    size: float
    words: list
    gaps: list
    scales: tuple            # the least and the greatest horizontal scale of its letters
    is_artifact: bool
    is_hyphenated: bool = False
    ends_paragraph: bool = False

    @property
    def text(self):
        return " ".join(self.words)

    @property
    def letters(self):
        return bare(self.text)


@dataclass
class Paragraph:
    lines: list = field(default_factory=list)
    opens_chapter: bool = False


def bare(text):
    """Letters and digits alone: what no engine changes."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text))


class Spaces:
    """The natural space of a font in ems: what the PDF says of it, else what the font file says."""

    def __init__(self, folders=()):
        self.files, self.known = {}, {}
        for folder in folders:
            for file in sorted(pathlib.Path(folder).rglob("*.[ot]tf")):
                self.files[_key(file.stem)] = file

    def of(self, glyph):
        if glyph.space:
            return glyph.space
        if glyph.font not in self.known:
            key = _key(glyph.font)
            file = self.files.get(key) or self.files.get(key + "regular")
            if file is None:
                raise LookupError(f"no space in the PDF and no file of the font {glyph.font}")
            with fontTools.ttLib.TTFont(file) as font:
                space = font["hmtx"][font.getBestCmap()[0x20]][0]
                self.known[glyph.font] = space / font["head"].unitsPerEm
        return self.known[glyph.font] * glyph.size * glyph.scale


def _key(name):
    return re.sub(r"[^a-z0-9]", "", name.lower())


def lines(glyphs, spaces):
    """The lines of a page, from top to bottom."""
    rows = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.y):
        if not rows or rows[-1][0].y - glyph.y > SAME:
            rows.append([])
        rows[-1].append(glyph)
    found = []
    for row in rows:
        part = []
        for glyph in sorted(row, key=lambda glyph: glyph.x):
            if part and glyph.x - part[-1].end > HOLE * glyph.size:
                found.append(part)
                part = []
            if glyph.text.strip() or not glyph.text:
                part.append(glyph)
        found.append(part)
    return [_line(part, spaces) for part in found if part]


def _line(row, spaces):
    words, gaps, word = [], [], row[0].text
    for before, glyph in zip(row, row[1:]):
        natural = spaces.of(before)
        if glyph.x - before.end > WORD * natural:
            words.append(word)
            gaps.append(Gap(before.end, glyph.x, natural, before.scale))
            word = ""
        word += glyph.text
    words.append(word)
    (font, size), _ = collections.Counter((g.font, round(g.size, 2)) for g in row).most_common(1)[0]
    scales = [g.scale for g in row]
    return Line(row[0].page, row[0].y, row[0].x, row[-1].end, (row[-1].end - row[-1].x) * (0.5 if bare(row[-1].text) else 1.0), font, size, words, gaps,
                (min(scales), max(scales)), all(g.is_artifact for g in row),
                words[-1].endswith(HYPHENS))


def known_paragraphs(pages, blocks):
    """The paragraphs of the source, found in the lines; blocks are pairs (kind, text).

    Lines between that are none of theirs (heads, folios, headings, lists, tables) are passed over.
    """
    stream = [line for page in pages for line in page if line.letters]
    found, at, start, opens = [], 0, 0, False
    for kind, text in blocks:
        if kind == "chapter":
            opens = True
        if kind != "paragraph":
            continue
        wanted, places, paragraph, rest = bare(text), _places(text), Paragraph(), 0
        while rest < len(wanted) and at < len(stream):
            line = stream[at]
            if wanted.startswith(line.letters, rest):
                rest += len(line.letters)
                inside = rest < len(wanted) and places[rest] == places[rest - 1] + 1
                line.is_hyphenated = inside or (line.is_hyphenated and rest < len(wanted))
                start = start if paragraph.lines else at
                paragraph.lines.append(line)
            elif paragraph.lines and line.page == paragraph.lines[-1].page and (
                    paragraph.lines[-1].size == line.size):
                # It only began like this paragraph: look on behind its first line.
                at, paragraph.lines, rest = start, [], 0
            at += 1
        if rest < len(wanted):
            raise LookupError(f"the PDF lacks the paragraph: {text[:60]}…")
        paragraph.lines[-1].ends_paragraph = True
        paragraph.opens_chapter, opens = opens, False
        found.append(paragraph)
    return found


def _places(text):
    """Where in the text each of its bare letters stands."""
    text = unicodedata.normalize("NFKC", text)
    return [at for at, letter in enumerate(text) if bare(letter)]


def guessed_paragraphs(pages):
    """Justified paragraphs of the commonest font, told by their shape.

    A line is full if it reaches the commonest right edge; a paragraph goes on while lines are
    full and the next one starts at the left edge, and what has no full line is none.
    """
    stream = [line for page in pages for line in page if not line.is_artifact]
    weight = collections.Counter()
    for line in stream:
        weight[line.font, line.size] += len(line.letters)
    if not weight:
        return []
    (font, size), _ = weight.most_common(1)[0]
    body = [line for line in stream if (line.font, line.size) == (font, size)]
    edges = {}
    for side in (0, 1):
        own = [line for line in body if line.page % 2 == side and len(line.words) > 3]
        edges[side] = [collections.Counter(round(getattr(line, edge)) for line in own)
                       .most_common(1)[0][0] if own else 0.0 for edge in ("left", "right")]
    found, before = [], None
    for line in body:
        left, right = edges[line.page % 2]
        starts = line.left - left
        if not -size < starts < 3 * size:
            before = None
            continue
        goes_on = (before is not None and starts < 0.5 * size and (
            before.page != line.page or before.y - line.y < 1.8 * size))
        if not goes_on:
            found.append(Paragraph())
        found[-1].lines.append(line)
        before = line if line.right > right - 0.5 * size else None
    found = [paragraph for paragraph in found if len(paragraph.lines) > 1]
    for paragraph in found:
        paragraph.lines[-1].ends_paragraph = True
        first = paragraph.lines[0]
        above = [line for line in pages[first.page - 1] if line.y > first.y and not line.is_artifact]
        paragraph.opens_chapter = any(line.size > 1.7 * size for line in above)
    return found
