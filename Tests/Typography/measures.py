"""What is measured of paragraphs and pages; every number has its definition here.

Justified paragraphs of running text are measured; headings, lists, tables, notes and ragged text
are not. The natural space is the advance that the font itself gives to U+0020, at the size and the
horizontal scale of the letters before it; white that is set is measured from the end of the
advance of the word before to the start of the next word, hanging marks and all.

*Source:* what is counted follows Knuth & Plass, Breaking Paragraphs into Lines, 1981; Hàn Thế
Thành, Micro-typographic extensions, 2000 (even white); Flipo's lua-typo (hyphens at a page's end,
the same word at the ends of lines); the limits of rivers and runts are ours.
"""

import math
import re

RIVER_LINES = 3        # so many lines in a row make a river …
RIVER_SHARE = 0.5      # … whose spaces overlap in turn by this share of the natural space
STACKED_LINES = 3
LADDER_LINES = 3
RUNT_LETTERS = 5
RUNT_SHARE = 1 / 3
SHORT = 1.5            # leadings: a page that ends higher is underfull
SINGLE = re.compile(r"(?:^|[\s\u00a0(„‚“\"–])[ksvzouai]$", re.IGNORECASE)


def measure(pages, paragraphs):
    """The numbers, and where the defects are: (values, findings)."""
    found = []
    values = {"pages": len(pages), "paragraphs": len(paragraphs),
              "lines": sum(len(paragraph.lines) for paragraph in paragraphs)}
    if not values["lines"]:
        raise LookupError("no justified paragraph found")
    values |= _spaces(paragraphs, found)
    values |= _hyphens(paragraphs, found)
    values |= _ends(paragraphs, found)
    values |= _patterns(paragraphs, found)
    values |= _pages(pages, paragraphs, found)
    return values, found


def _note(found, kind, lines, worth=""):
    found.append({"kind": kind, "page": lines[0].page, "worth": worth,
                  "lines": [line.text for line in lines]})


def _spaces(paragraphs, found):
    """Deviation from the natural space over all spaces of lines that are filled to the edge."""
    full = [line for paragraph in paragraphs for line in paragraph.lines
            if not line.ends_paragraph]
    all_gaps = sorted(gap.deviation for line in full for gap in line.gaps)
    if not all_gaps:
        return {"spaces": 0}
    shares = [(gap.end - gap.start) / gap.natural for line in full for gap in line.gaps]
    worst = sorted((line for line in full if line.gaps),
                   key=lambda line: -max(gap.deviation for gap in line.gaps))
    for line in worst[:10]:
        deviation = max(gap.deviation for gap in line.gaps)
        _note(found, "space", [line], f"{deviation:.3f}")
    scales = [scale for paragraph in paragraphs for line in paragraph.lines for scale in line.scales]
    unscaled = [abs((gap.end - gap.start) / gap.natural * gap.scale - 1)
                for line in full for gap in line.gaps]
    return {
        "spaces": len(all_gaps), "space mean unscaled": sum(unscaled) / len(unscaled), "space mean": sum(all_gaps) / len(all_gaps),
        "space p95": all_gaps[math.ceil(0.95 * len(all_gaps)) - 1], "space worst": all_gaps[-1],
        "space narrowest": min(shares), "space widest": max(shares),
        "letters narrowest": min(scales) - 1, "letters widest": max(scales) - 1}


def _runs(lines, test):
    """The maximal runs of neighbouring lines that pass the test."""
    run = []
    for line in lines:
        if test(line):
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _hyphens(paragraphs, found):
    """Lines that end inside a word, of all lines; runs of them; those that end a page."""
    count = two = more = at_page = longest = 0
    for paragraph in paragraphs:
        for run in _runs(paragraph.lines, lambda line: line.is_hyphenated):
            count += len(run)
            two += len(run) == 2
            longest = max(longest, len(run))
            if len(run) >= LADDER_LINES:
                more += 1
                _note(found, "ladder", run)
        for line, following in zip(paragraph.lines, paragraph.lines[1:]):
            if line.is_hyphenated and line.page != following.page:
                at_page += 1
                _note(found, "hyphen at a page's end", [line])
    lines = sum(len(paragraph.lines) for paragraph in paragraphs)
    return {"hyphenated lines": count, "hyphenated %": 100 * count / lines, "hyphens in two lines": two,
            "ladders": more, "longest ladder": longest, "hyphens at page ends": at_page}


def _ends(paragraphs, found):
    """Single letters and dashes at the edges of lines, lines that stick out, last lines too short."""
    single = dashes = letters = third = beyond = 0
    measures = sorted(line.right - line.left for paragraph in paragraphs
                      for line in paragraph.lines if not line.ends_paragraph)
    whole = measures[len(measures) // 2] if measures else 0
    edges = {}
    for side in (0, 1):
        own = sorted(line.right for paragraph in paragraphs for line in paragraph.lines
                     if not line.ends_paragraph and line.page % 2 == side)
        edges[side] = own[len(own) // 2] if own else 0.0
    for paragraph in paragraphs:
        for line, following in zip(paragraph.lines, paragraph.lines[1:]):
            if line.right - edges[line.page % 2] > max(1.0, line.hang):
                beyond += 1
                _note(found, "beyond the edge", [line], f"{line.right - edges[line.page % 2]:.1f} pt")
            if SINGLE.search(line.text):
                single += 1
                _note(found, "single letter", [line, following])
            if following.text.startswith("– "):
                dashes += 1
                _note(found, "dash starts a line", [line, following])
        last = paragraph.lines[-1]
        if len(paragraph.lines) > 1:
            if len(last.text.replace(" ", "")) < RUNT_LETTERS:
                letters += 1
                _note(found, "runt", paragraph.lines[-2:])
            if last.right - last.left < RUNT_SHARE * whole:
                third += 1
    return {"single letters": single, "dashes at line starts": dashes,
            "runts under 5 letters": letters, "runts under a third": third, "lines beyond the edge": beyond}


def _patterns(paragraphs, found):
    """Rivers, and the same word at the start or the end of lines."""
    rivers = stacks = pairs = longest = 0
    for paragraph in paragraphs:
        for run in rivers_of(paragraph.lines):
            rivers += 1
            longest = max(longest, len(run))
            _note(found, "river", run)
        for side in (0, -1):
            for run in _stacks(paragraph.lines, side):
                pairs += len(run) == 2
                if len(run) >= STACKED_LINES:
                    stacks += 1
                    _note(found, "stacked word", run)
    return {"rivers": rivers, "longest river": longest, "stacked words": stacks,
            "words under themselves": pairs}


def rivers_of(lines):
    """Runs of lines through which white flows: a space of each overlaps one of the line above.

    Spaces overlap that share half a natural space across; a river is as long as its longest way
    down and ends where no space goes on, so that a fork is one river.
    """
    ways = []  # of the line above: its gaps with the length of the way down to each
    found, above = [], []
    for at, line in enumerate([*lines, None]):
        ways = []
        met = set()
        for gap in line.gaps if line else ():
            longest, first = 1, at
            for number, (upper, length) in enumerate(above):
                if min(gap.end, upper.end) - max(gap.start, upper.start) >= (
                        RIVER_SHARE * min(gap.natural, upper.natural)):
                    met.add(number)
                    longest = max(longest, length + 1)
            ways.append((gap, longest))
        ended = [length for number, (_, length) in enumerate(above) if number not in met]
        found += [lines[at - length:at] for length in ended if length >= RIVER_LINES]
        above = ways
    return found


def _stacks(lines, side):
    """Runs of two or more lines that start (side 0) or end (side −1) with the same whole word."""
    run, before = [], None
    for at, line in enumerate(lines):
        parted = line.is_hyphenated if side else at > 0 and lines[at - 1].is_hyphenated
        word = None if parted else re.sub(r"\W", "", line.words[side]).casefold() or None
        if word is None or word != before:
            if len(run) > 1:
                yield run
            run = []
        run.append(line)
        before = word
    if len(run) > 1 and before is not None:
        yield run


def _pages(pages, paragraphs, found):
    """Widows, orphans and how deep pages are filled; a chapter's last page may be short."""
    widows = orphans = 0
    for paragraph in paragraphs:
        lines = paragraph.lines
        if len(lines) > 1 and lines[0].page != lines[1].page:
            orphans += 1
            _note(found, "orphan", lines[:1])
        if len(lines) > 1 and lines[-1].page != lines[-2].page:
            widows += 1
            _note(found, "widow", lines[-1:])
    pitches = sorted(a.y - b.y for paragraph in paragraphs
                     for a, b in zip(paragraph.lines, paragraph.lines[1:]) if a.page == b.page)
    pitch = pitches[len(pitches) // 2] if pitches else 12.0
    opening = {paragraph.lines[0].page for paragraph in paragraphs if paragraph.opens_chapter}
    text = {line.page for paragraph in paragraphs for line in paragraph.lines}
    # Pages of running text that the same chapter goes on after.
    whole = [page for page in sorted(text) if page + 1 in text and page + 1 not in opening]
    depth = {page: min(line.y for line in pages[page - 1] if not line.is_artifact) for page in whole}
    lowest = min(depth.values(), default=0.0)
    underfull = [page for page in whole if depth[page] - lowest > SHORT * pitch]
    found += [{"kind": "underfull page", "page": page, "lines": [],
               "worth": f"{(depth[page] - lowest) / pitch:.1f} lines"} for page in underfull]
    # Facing pages: an even one and the odd one after it.
    unequal = [abs(depth[page] - depth[page + 1]) / pitch
               for page in whole if page % 2 == 0 and page + 1 in depth]
    return {"widows": widows, "orphans": orphans, "facing pages": len(unequal),
            "facing pages unequal": sum(1 for lines in unequal if lines > 0.05),
            "facing difference, lines": max(unequal, default=0.0), "underfull pages": len(underfull)}
