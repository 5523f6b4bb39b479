"""The same text for each program, on the same page, in the same fonts, with the same patterns."""

import html
import re
from dataclasses import dataclass

import book


@dataclass(frozen=True)
class Page:
    """A4; lengths in millimetres, sizes in points (1/72 of an inch)."""
    name: str
    text: int
    size: float
    inner: int
    lead: int = 14
    top: int = 26
    lines: int = 48

    @property
    def outer(self):
        return 210 - self.inner - self.text

    @property
    def bottom(self):
        return 297 - self.top - self.lines * self.lead * 25.4 / 72


PATTERNS = book.ROOT / "Fonts/Hyphenation/hyph-cs-sojka.pat.txt"
FACES = {book.SERIF: book.ROOT / "Fonts/SourceSerifPro", book.SANS: book.ROOT / "Fonts/SourceSansPro"}


def markdown(blocks):
    """One text a chapter, as projects keep them."""
    return book.markdown([("paragraph" if kind == "lead" else kind, said) for kind, said in blocks])


def design(text, page):
    """The first design of the house on that page: its measure and the size of its body."""
    margin = page.outer - 20
    changes = [
        (r"^  inner: .*$", f"  inner: {page.inner} mm"), (r"^  text: .*$", f"  text: {page.text} mm"),
        (r"^  gutter: .*$", f"  gutter: {min(6, margin // 2)} mm"),
        (r"^  margin: .*$", f"  margin: {margin - min(6, margin // 2)} mm"),
        (r"^(  body:\n(?:    .*\n)*?    size:) .*$", rf"\1 {page.size:g} pt")]
    for pattern, wanted in changes:
        text, count = re.subn(pattern, wanted, text, count=1, flags=re.MULTILINE)
        if count != 1:
            raise LookupError(f"the design has no {pattern}")
    return text


def latex(blocks, page):
    """LuaLaTeX with what makes it set Czech at its best: microtype and luavlna."""
    def escaped(text):
        return re.sub(r"([&%$#_{}])", r"\\\1", text)

    out = [rf"""\documentclass[twoside]{{article}}
\usepackage[a4paper,inner={page.inner}mm,textwidth={page.text}mm,top={page.top}mm,
  textheight={page.lines * page.lead}bp,headheight=14bp,headsep=14bp,footskip=0bp]{{geometry}}
\usepackage{{fontspec}}
\usepackage[czech]{{babel}}
\setmainfont{{SourceSerifPro-Regular.otf}}[Path={FACES[book.SERIF]}/]
\setsansfont{{SourceSansPro-Semibold.otf}}[Path={FACES[book.SANS]}/]
\usepackage[protrusion=true,expansion=true,stretch=20,shrink=20,final]{{microtype}}
\usepackage{{luavlna}}
\makeatletter
\AtBeginDocument{{\directlua{{
  local own = lang.new(\the\csname l@czech\endcsname)
  own:clear_patterns()
  own:patterns(io.open("{PATTERNS}"):read("*a"))}}}}
\renewcommand\normalsize{{\@setfontsize\normalsize{{{page.size}bp}}{{{page.lead}bp}}}}
\normalsize
\setlength\parindent{{{page.lead}bp}}
\clubpenalty=10000 \widowpenalty=10000
\topskip={page.lead}bp
\newcommand\titled[3]{{{{\sffamily\fontsize{{#1bp}}{{#2bp}}\selectfont\raggedright\hyphenpenalty=10000 #3\par}}\nobreak}}
\newcommand\kapitola[1]{{\clearpage\titled{{20}}{{28}}{{#1}}\vskip 28bp\@afterindentfalse\@afterheading}}
\newcommand\oddil[1]{{\par\addpenalty{{-300}}\vskip 28bp plus 14bp\titled{{14}}{{14}}{{#1}}\vskip 14bp\@afterindentfalse\@afterheading}}
\def\ps@own{{\def\@oddhead{{\sffamily\fontsize{{8bp}}{{14bp}}\selectfont\hfil\thepage}}%
  \def\@evenhead{{\sffamily\fontsize{{8bp}}{{14bp}}\selectfont\thepage\hfil}}\let\@oddfoot\@empty\let\@evenfoot\@empty}}
\pagestyle{{own}}
\newcommand\odrazka[1]{{{{\par\hangindent14bp\noindent\rightskip0pt plus 3em\hbox to 14bp{{–\hss}}#1\par}}}}
\makeatother
\begin{{document}}"""]
    for kind, content in blocks:
        if kind == "list":
            out += [rf"\odrazka{{{escaped(item)}}}" for item in content]
        elif kind == "paragraph":
            out.append(escaped(content) + "\n")
        elif kind == "lead":
            out.append(rf"{{\noindent\rightskip0pt plus 3em {escaped(content)}\par}}" + "\n")
        else:
            out.append(rf"\{'kapitola' if kind == 'chapter' else 'oddil'}{{{escaped(content)}}}")
    return "\n".join([*out, r"\end{document}", ""])


def typst(blocks, page):
    def escaped(text):
        return re.sub(r"([\\#*_`$<>@\[\]~/=])", r"\\\1", text)

    gap = page.lead - page.size
    out = [f'''#set document(title: "Zkouška sazby", date: datetime(year: 2025, month: 1, day: 1))
#set page(paper: "a4", margin: (inside: {page.inner}mm, outside: {page.outer}mm, top: {page.top}mm, bottom: {page.bottom:.3f}mm),
  header: context text(font: "{book.SANS}", size: 8pt, counter(page).display()))
#set text(font: "{book.SERIF}", size: {page.size}pt, lang: "cs", hyphenate: true, top-edge: 0.7em, bottom-edge: -0.3em)
#set par(justify: true, linebreaks: "optimized", leading: {gap:.3f}pt, spacing: {gap:.3f}pt, first-line-indent: {page.lead}pt)
#show heading: set text(font: "{book.SANS}", weight: 600, hyphenate: false)
#show heading.where(level: 1): it => {{ pagebreak(weak: true); set text(size: 20pt); block(below: {page.lead * 2}pt, it.body) }}
#show heading.where(level: 2): it => {{ set text(size: 14pt); block(above: {page.lead * 2}pt, below: {page.lead}pt, it.body) }}
#show list: set par(justify: false)
''']
    for kind, content in blocks:
        if kind == "list":
            out += [*(f"- {escaped(item)}" for item in content), ""]
        elif kind == "lead":
            out.append(f"#[#set par(justify: false, first-line-indent: 0pt)\n{escaped(content)}\n]\n")
        else:
            mark = {"chapter": "= ", "section": "== "}.get(kind, "")
            out.append(f"{mark}{escaped(content)}\n")
    return "\n".join(out)


def web(blocks, page, faces):
    fonts = "".join(
        f'@font-face{{font-family:"{family}";src:url("{file.as_uri()}");font-weight:{weight}}}'
        for family, file, weight in faces)
    out = [f'''<!DOCTYPE html><html lang="cs"><head><meta charset="utf-8"><title>Zkouška sazby</title><style>
{fonts}
@page{{size:A4;margin:{page.top}mm {page.outer}mm {page.bottom:.3f}mm {page.inner}mm;@top-right{{content:counter(page);font:8pt "{book.SANS}"}}}}
@page :left{{margin-left:{page.outer}mm;margin-right:{page.inner}mm}}
body{{font:{page.size}pt/{page.lead}pt "{book.SERIF}";text-align:justify;hyphens:auto;hyphenate-limit-chars:5 2 3}}
p{{margin:0;text-indent:{page.lead}pt;orphans:2;widows:2}}
h1,h2{{font-family:"{book.SANS}";font-weight:600;break-after:avoid;text-align:left;hyphens:manual}}
h1{{break-before:page;font-size:20pt;line-height:{2 * page.lead}pt;margin:0 0 {2 * page.lead}pt}}
h2{{font-size:14pt;line-height:{page.lead}pt;margin:{2 * page.lead}pt 0 {page.lead}pt}}
.lead{{text-align:left;text-indent:0}}ul{{margin:0;padding-left:{page.lead}pt;text-align:left}}
</style></head><body>''']
    for kind, content in blocks:
        if kind == "list":
            out.append("<ul>" + "".join(f"<li>{html.escape(item)}</li>" for item in content) + "</ul>")
        elif kind == "lead":
            out.append(f'<p class="lead">{html.escape(content)}</p>')
        else:
            tag = {"chapter": "h1", "section": "h2"}.get(kind, "p")
            out.append(f"<{tag}>{html.escape(content)}</{tag}>")
    return "\n".join([*out, "</body></html>"])
