"""From a PDF to the numbers."""

import glyphs
import lines
import measures


def measured(path, blocks=None, fonts=()):
    """The numbers of a PDF and its defects; blocks are the source as pairs (kind, text)."""
    spaces = lines.Spaces(fonts)
    pages = [lines.lines(page, spaces) for page in glyphs.read(path)]
    paragraphs = (lines.guessed_paragraphs(pages) if blocks is None
                  else lines.known_paragraphs(pages, blocks))
    return measures.measure(pages, paragraphs)
