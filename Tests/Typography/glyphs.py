"""The glyphs of a PDF as they are drawn: where each stands, how wide its font made it, what it says.

An own walk over the content streams, for the readers of text move, join and invent spaces.

*Source:* ISO 32000-1:2008, 9.3 and 9.4 (text state and positions), 9.7 (codes of composite fonts),
9.10.3 (ToUnicode), 14.9.4 (ActualText).
"""

import re
from dataclasses import dataclass

import pikepdf
import unicode_map


@dataclass(slots=True)
class Glyph:
    """A glyph; lengths in points, y upwards."""
    page: int
    x: float
    y: float
    end: float       # where its own advance ends, without any spacing
    text: str
    font: str        # the PostScript name without the tag of a subset
    size: float      # what an em is high
    scale: float     # how much wider than high its em is: 1 is as drawn
    space: float     # the font's own space at that size and scale; 0 if the PDF does not know it
    is_artifact: bool


class Font:
    """A font of the PDF: codes to widths (in ems) and texts."""

    def __init__(self, font):
        self.is_composite = font.get("/Subtype") == "/Type0"
        self.codes, self.cids, self.texts, self.widths = 1, {}, {}, {}
        if self.is_composite:
            self._read_composite(font)
        else:
            name = font.get("/BaseFont", "")
            unit = float(font["/FontMatrix"][0]) if "/FontMatrix" in font else 0.001
            first = int(font.get("/FirstChar", 0))
            self.widths = {first + n: float(w) * unit for n, w in enumerate(font.get("/Widths", []))}
            descriptor = font.get("/FontDescriptor", {})
            self.default = float(descriptor.get("/MissingWidth", 0)) * unit
            self._read_encoding(font.get("/Encoding"))
        self.name = re.sub(r"^[A-Z]{6}\+", "", str(name if not self.is_composite else self.base)[1:])
        if "/ToUnicode" in font:
            self.texts = unicode_map.texts(
                font["/ToUnicode"].read_bytes().decode("latin-1"), errors="replace")
        spaces = [code for code, text in self.texts.items() if text == " "]
        self.space = self.width(spaces[0]) if spaces else 0.0

    def _read_composite(self, font):
        inner = font["/DescendantFonts"][0]
        self.base = inner.get("/BaseFont", font.get("/BaseFont", ""))
        self.codes = 2
        encoding = font.get("/Encoding")
        if isinstance(encoding, pikepdf.Stream):
            cmap = encoding.read_bytes().decode("latin-1")
            self.codes = unicode_map.code_length(cmap)
            for block in re.findall(r"begincidrange(.*?)endcidrange", cmap, re.S):
                for first, last, cid in re.findall(r"<([^>]*)>\s*<([^>]*)>\s*(\d+)", block):
                    for step in range(int(last, 16) - int(first, 16) + 1):
                        self.cids[int(first, 16) + step] = int(cid) + step
            for block in re.findall(r"begincidchar(.*?)endcidchar", cmap, re.S):
                for code, cid in re.findall(r"<([^>]*)>\s*(\d+)", block):
                    self.cids[int(code, 16)] = int(cid)
        self.default = float(inner.get("/DW", 1000)) / 1000
        widths, at = list(inner.get("/W", [])), 0
        while at < len(widths):
            first = int(widths[at])
            if isinstance(widths[at + 1], pikepdf.Array):
                for step, width in enumerate(widths[at + 1]):
                    self.widths[first + step] = float(width) / 1000
                at += 2
            else:
                for cid in range(first, int(widths[at + 1]) + 1):
                    self.widths[cid] = float(widths[at + 2]) / 1000
                at += 3

    def _read_encoding(self, encoding):
        """What a simple font without ToUnicode says: Windows' letters and single named signs."""
        for code in range(32, 256):
            self.texts[code] = bytes([code]).decode("cp1252", "replace")
        if isinstance(encoding, pikepdf.Dictionary):
            code = 0
            for entry in encoding.get("/Differences", []):
                if isinstance(entry, pikepdf.Name):
                    name = str(entry)[1:]
                    self.texts[code] = {"space": " ", "hyphen": "-"}.get(
                        name, name if len(name) == 1 else "\ufffd")
                    code += 1
                else:
                    code = int(entry)

    def width(self, code):
        """The advance of a code, in ems."""
        return self.widths.get(self.cids.get(code, code) if self.is_composite else code, self.default)


def times(a, b):
    """The product of two matrices of PDF."""
    return (a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3],
            a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3],
            a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5])


IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass
class State:
    """The text state that `q` saves and `Q` restores."""
    matrix: tuple = IDENTITY
    font: Font = None
    size: float = 0.0
    letters: float = 0.0  # Tc
    words: float = 0.0    # Tw
    scale: float = 1.0    # Tz
    leading: float = 0.0
    rise: float = 0.0

    def copy(self):
        return State(**self.__dict__)


class Reader:
    """Walks the streams of a page and gathers its level glyphs."""

    def __init__(self, fonts, page):
        self.fonts, self.page, self.glyphs = fonts, page, []
        self.marks = []  # (is artifact, the ActualText not yet given out or None)

    def read(self, stream, resources, state):
        saved, text, line = [], IDENTITY, IDENTITY
        for operands, operator in pikepdf.parse_content_stream(stream):
            name = str(operator)
            if name == "q":
                saved.append(state.copy())
            elif name == "Q":
                state = saved.pop() if saved else state
            elif name == "cm":
                state.matrix = times(tuple(map(float, operands)), state.matrix)
            elif name == "BT":
                text = line = IDENTITY
            elif name == "Tf":
                state.font = self._font(resources["/Font"][str(operands[0])])
                state.size = float(operands[1])
            elif name == "Tc":
                state.letters = float(operands[0])
            elif name == "Tw":
                state.words = float(operands[0])
            elif name == "Tz":
                state.scale = float(operands[0]) / 100
            elif name == "TL":
                state.leading = float(operands[0])
            elif name == "Ts":
                state.rise = float(operands[0])
            elif name in ("Td", "TD"):
                if name == "TD":
                    state.leading = -float(operands[1])
                text = line = times((1, 0, 0, 1, float(operands[0]), float(operands[1])), line)
            elif name == "Tm":
                text = line = tuple(map(float, operands))
            elif name == "T*":
                text = line = times((1, 0, 0, 1, 0, -state.leading), line)
            elif name in ("Tj", "'", '"', "TJ"):
                if name in ("'", '"'):
                    text = line = times((1, 0, 0, 1, 0, -state.leading), line)
                if name == '"':
                    state.words, state.letters = float(operands[0]), float(operands[1])
                for part in operands[0] if name == "TJ" else operands[-1:]:
                    if isinstance(part, pikepdf.String):
                        text = self._show(bytes(part), state, text)
                    else:
                        shift = -float(part) / 1000 * state.size * state.scale
                        text = times((1, 0, 0, 1, shift, 0), text)
            elif name in ("BDC", "BMC"):
                self._mark(str(operands[0]), operands[1] if name == "BDC" else {}, resources)
            elif name == "EMC":
                self.marks.pop()
            elif name == "Do":
                self._do(resources, str(operands[0]), state)
        return self.glyphs

    def _font(self, font):
        if not font.is_indirect:
            return Font(font)
        if font.objgen not in self.fonts:
            self.fonts[font.objgen] = Font(font)
        return self.fonts[font.objgen]

    def _mark(self, tag, properties, resources):
        if isinstance(properties, pikepdf.Name):
            properties = resources["/Properties"][str(properties)]
        actual = properties.get("/ActualText") if hasattr(properties, "get") else None
        self.marks.append([tag == "/Artifact", None if actual is None else str(actual)])

    def _do(self, resources, name, state):
        form = resources["/XObject"][name]
        if form.get("/Subtype") != "/Form":
            return
        inner = state.copy()
        matrix = tuple(map(float, form["/Matrix"])) if "/Matrix" in form else IDENTITY
        inner.matrix = times(matrix, state.matrix)
        self.read(form, form.get("/Resources", resources), inner)

    def _show(self, data, state, text):
        font, step = state.font, state.font.codes
        is_artifact = any(mark[0] for mark in self.marks)
        for at in range(0, len(data), step):
            code = int.from_bytes(data[at:at + step], "big")
            advance = font.width(code) * state.size * state.scale
            whole = times((1, 0, 0, 1, 0, state.rise), times(text, state.matrix))
            if abs(whole[1]) < 1e-6 * abs(whole[0]) and whole[0] > 0:  # level text only
                height = state.size * abs(whole[3])
                scale = state.scale * whole[0] / abs(whole[3])
                self.glyphs.append(Glyph(
                    self.page, whole[4], whole[5], whole[4] + advance * whole[0],
                    self._said(font.texts.get(code, "\ufffd")), font.name, height, scale,
                    font.space * height * scale, is_artifact))
            spacing = state.letters + (state.words if code == 32 and step == 1 else 0)
            text = times((1, 0, 0, 1, advance + spacing * state.scale, 0), text)
        return text

    def _said(self, own):
        """The text of a glyph: the first under an ActualText says all of it, the others nothing."""
        for mark in self.marks:
            if mark[1] is not None:
                said, mark[1] = mark[1], ""
                return said
        return own


def read(path):
    """The glyphs of each page, in the order in which they are drawn."""
    with pikepdf.open(path) as pdf:
        fonts = {}
        return [Reader(fonts, number).read(page, page.resources, State())
                for number, page in enumerate(pdf.pages, 1)]
