#!/usr/bin/env python3
"""Makes files for the press that are not ours: PDF/X-4 of numbered pages, and mutants of it.

usage: press_files.py pages COUNT OUT.pdf [--size WxH] [--bleed MM]
       press_files.py mutants DIR
Each page has a number, a field that bleeds on one side, an arrow that points to the head and a
diagonal that no turning maps onto itself. Needs pikepdf and pymupdf.
"""

import argparse
import io
import pathlib
import sys

import fitz
import pikepdf
from PIL import Image
from pikepdf import Array, Dictionary, Name

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FONT = ROOT / "Fonts/SourceSansPro/SourceSansPro-Semibold.otf"
PROFILE = ROOT / "Fonts/ICC/FOGRA39L_coated.icc"
MM = 72 / 25.4
BLACK = (0, 0, 0, 1)

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Strany</rdf:li></rdf:Alt></dc:title>
<pdf:Trapped>False</pdf:Trapped><pdf:Producer>press_files</pdf:Producer><xmp:CreatorTool>press_files</xmp:CreatorTool>
<xmp:CreateDate>2026-03-01T08:00:00Z</xmp:CreateDate><xmp:ModifyDate>2026-03-01T08:00:00Z</xmp:ModifyDate>
<xmp:MetadataDate>2026-03-01T08:00:00Z</xmp:MetadataDate><xmpMM:DocumentID>uuid:5a2ba000-0000-4000-8000-000000000001</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>"""


def draw(document, number, width, height, bleed):
    """One page in MuPDF's space (y downward, from the media's upper left corner)."""
    slug = 15 * MM
    page = document.new_page(width=width + 2 * slug, height=height + 2 * slug)
    page.insert_font("S", fontfile=str(FONT))
    x0, y0 = slug, slug
    # A field at the outer edge that bleeds: right on odd pages.
    left = x0 + width - 9 * MM if number % 2 else x0 - bleed
    field = fitz.Rect(left, y0 - bleed, left + 9 * MM + bleed, y0 + height + bleed)
    page.draw_rect(field, color=None, fill=(0.6, 0.2, 0.25, 0.1), width=0)
    page.draw_rect(fitz.Rect(x0 + 30 * MM, y0 + 20 * MM, x0 + 32 * MM, y0 + 45 * MM),
                   color=None, fill=BLACK, width=0)
    head = [fitz.Point(x0 + 25 * MM, y0 + 22 * MM), fitz.Point(x0 + 37 * MM, y0 + 22 * MM),
            fitz.Point(x0 + 31 * MM, y0 + 12 * MM)]
    page.draw_polyline(head, color=None, fill=BLACK, width=0, closePath=True)
    page.draw_line(fitz.Point(x0 + 20 * MM, y0 + height - 20 * MM),
                   fitz.Point(x0 + width - 30 * MM, y0 + height - 60 * MM), color=BLACK, width=1)
    page.insert_text(fitz.Point(x0 + 45 * MM, y0 + 45 * MM), str(number), fontname="S", fontsize=72,
                     color=BLACK)
    # Bars in binary: what a raster reads back without any reader of text.
    for bit in range(12):
        tall = 10 * MM if number >> bit & 1 else 3 * MM
        x = x0 + 25 * MM + bit * 6 * MM
        base = y0 + height / 2 + 20 * MM
        page.draw_rect(fitz.Rect(x, base - tall, x + 4 * MM, base), color=None, fill=BLACK, width=0)
    page.insert_text(fitz.Point(x0 + 25 * MM, base + 8 * MM), f"Strana číslo {number}: žluťoučký kůň",
                     fontname="S", fontsize=10, color=BLACK)


def finish(document, path, width, height, bleed):
    raw = document.tobytes(garbage=3, deflate=True)
    pdf = pikepdf.open(io.BytesIO(raw))
    slug = 15 * MM
    state = pdf.make_indirect(Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=1))
    for page in pdf.pages:
        trim = [slug, slug, slug + width, slug + height]
        page.obj.TrimBox = Array(trim)
        page.obj.BleedBox = Array([trim[0] - bleed, trim[1] - bleed, trim[2] + bleed, trim[3] + bleed])
        page.resources.ExtGState = Dictionary(K=state)
        page.contents_add(pdf.make_stream(b"/K gs\n"), prepend=True)
        for key in ("/CropBox", "/Rotate"):
            if key in page.obj:
                del page.obj[key]
    icc = pdf.make_stream(PROFILE.read_bytes(), N=4)
    pdf.Root.OutputIntents = Array([pdf.make_indirect(Dictionary(
        Type=Name.OutputIntent, S=Name.GTS_PDFX, OutputConditionIdentifier="FOGRA39",
        RegistryName="http://www.color.org", Info="Coated FOGRA39 (ISO 12647-2:2004)",
        DestOutputProfile=icc))])
    pdf.Root.Metadata = pdf.make_stream(XMP.encode(), Type=Name.Metadata, Subtype=Name.XML)
    pdf.trailer.Info = pdf.make_indirect(Dictionary(
        Title="Strany", Producer="press_files", Creator="press_files", CreationDate="D:20260301080000Z",
        ModDate="D:20260301080000Z", Trapped=Name("/False")))
    return pdf


def save(pdf, path):
    pdf.save(path, min_version="1.6", force_version="1.6", compress_streams=True, deterministic_id=True,
             object_stream_mode=pikepdf.ObjectStreamMode.generate)


def pages(count, width, height, bleed):
    document = fitz.open()
    for number in range(1, count + 1):
        draw(document, number, width, height, bleed)
    return document


def rgb_picture(pdf, side, width):
    """Places a square RGB picture of so many pixels, so many millimetres wide, on page 2."""
    samples = bytes((x * 3 % 256, y * 2 % 256, 90)[c] for y in range(side) for x in range(side)
                    for c in range(3))
    return picture(pdf, samples, side, side, Name.DeviceRGB, width)


def picture(pdf, samples, across, down, space, width):
    image = pdf.make_stream(samples, Type=Name.XObject, Subtype=Name.Image, Width=across, Height=down,
                            ColorSpace=space, BitsPerComponent=8)
    page = pdf.pages[1]
    page.resources.XObject = Dictionary(Logo=image)
    paint(pdf, 1, f"q {width * MM} 0 0 {width * MM} 200 300 cm /Logo Do Q")


def paint(pdf, page, content):
    pdf.pages[page].contents_add(pdf.make_stream(content.encode()), prepend=False)


def no_bleed(pdf):
    for page in pdf.pages:
        page.obj.BleedBox = Array(page.obj.TrimBox)
        page.obj.MediaBox = Array(page.obj.TrimBox)


def cut_art(pdf):
    x0, y0, x1, y1 = (float(edge) for edge in pdf.pages[2].obj.TrimBox)
    paint(pdf, 2, f"q .2 .1 0 0 k {x0} {y0} {(x1 - x0) / 2} 40 re f Q")


def annotated(pdf):
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(Dictionary(
        Type=Name.Annot, Subtype=Name.Text, Rect=[200, 300, 220, 320], Contents="Opravit!"))])


def without_font(pdf):
    for item in pdf.objects:
        if isinstance(item, Dictionary) and item.get("/Type") == "/FontDescriptor":
            for key in ("/FontFile", "/FontFile2", "/FontFile3"):
                if key in item:
                    del item[key]


def spot(pdf):
    pdf.pages[0].resources.ColorSpace = Dictionary(S=Array([
        Name.Separation, Name("/PANTONE 300 C"), Name.DeviceCMYK,
        Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, .4, 0, 0], N=1)]))
    paint(pdf, 0, "q /S cs 1 scn 100 300 50 50 re f Q")


def sheer(pdf):
    pdf.pages[0].resources.ExtGState.Half = pdf.make_indirect(Dictionary(Type=Name.ExtGState, ca=0.5))
    paint(pdf, 0, "q /Half gs 1 0 0 0 k 200 300 50 50 re f Q")


def white_over(pdf):
    paint(pdf, 0, "q /K gs 0 0 0 0 k 200 300 50 50 re f Q")


def overlapping(pdf):
    paint(pdf, 0, "q .9 .9 .9 0 k 200 300 50 50 re f Q q /K gs 0 0 0 .8 k 210 310 20 20 re f Q")


def unclaimed(pdf):
    del pdf.Root.Metadata
    del pdf.Root.OutputIntents


def edge_text(pdf):
    font = [key for key in pdf.pages[0].resources.Font.keys()][0]
    paint(pdf, 0, f"q /K gs 0 0 0 1 k BT {font} 9 Tf 46 300 Td <0025> Tj ET Q")


def knocked(pdf):
    font = [key for key in pdf.pages[0].resources.Font.keys()][0]
    pdf.pages[0].resources.ExtGState.Off = pdf.make_indirect(
        Dictionary(Type=Name.ExtGState, OP=False, op=False, OPM=0))
    paint(pdf, 0, f"q /Off gs 0 0 0 1 k BT {font} 9 Tf 250 300 Td <0025> Tj ET Q")


def built(pdf):
    font = [key for key in pdf.pages[0].resources.Font.keys()][0]
    paint(pdf, 0, f"q .7 .6 .6 .9 k BT {font} 9 Tf 250 300 Td <00250026> Tj ET Q")


def larger(pdf):
    page = pdf.pages[3].obj
    page.TrimBox = Array([page.TrimBox[0], page.TrimBox[1], float(page.TrimBox[2]) - 20, page.TrimBox[3]])


def resource(pdf, kind, name, value):
    """Puts a resource on the first page."""
    resources = pdf.pages[0].resources
    if kind not in resources:
        resources[kind] = Dictionary()
    resources[kind][name] = pdf.make_indirect(value)


def stream(pdf, content, **entries):
    made = pdf.make_stream(content)
    for key, value in entries.items():
        made["/" + key] = value
    return made


def tiled(pdf):
    tile = stream(pdf, b".9 .9 .9 .9 k 0 0 6 6 re f", PatternType=1, PaintType=1, TilingType=1, BBox=[0, 0, 9, 9],
                  XStep=9, YStep=9, Resources=Dictionary())
    resource(pdf, "/Pattern", "/Tile", tile)
    paint(pdf, 0, "q /Pattern cs /Tile scn 200 300 60 60 re f Q")


def shaded(pdf):
    resource(pdf, "/Shading", "/Dark", Dictionary(
        ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=[200, 300, 260, 300],
        Function=Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0, 0, 0, 0], C1=[1, 1, 1, .5])))
    paint(pdf, 0, "q 200 300 60 60 re W n /Dark sh Q")


def drawn_letters(pdf):
    """A font whose letter is a red square."""
    letter = stream(pdf, b"1000 0 d0 1 0 0 rg 0 0 800 800 re f")
    resource(pdf, "/Font", "/Drawn", Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=[0, 0, 1000, 1000], FontMatrix=[.001, 0, 0, .001, 0, 0],
        FirstChar=97, LastChar=97, Widths=[1000], CharProcs=Dictionary(a=letter), Resources=Dictionary(),
        Encoding=Dictionary(Type=Name.Encoding, Differences=[97, Name("/a")])))
    paint(pdf, 0, "BT /Drawn 20 Tf 0 0 0 1 k 200 300 Td (a) Tj ET")


def photograph(pdf):
    """A JPEG file in four inks, all of them full."""
    file = io.BytesIO()
    Image.new("CMYK", (400, 400), (250, 250, 250, 250)).save(file, "JPEG", quality=95)
    image = pikepdf.Stream(pdf, file.getvalue())
    # Pillow writes inks the other way round and says so in a mark that PDF does not heed.
    for key, value in (("Type", Name.XObject), ("Subtype", Name.Image), ("Width", 400), ("Height", 400),
                       ("ColorSpace", Name.DeviceCMYK), ("BitsPerComponent", 8), ("Filter", Name.DCTDecode),
                       ("Decode", Array([1, 0, 1, 0, 1, 0, 1, 0]))):
        image["/" + key] = value
    pdf.pages[1].resources.XObject = Dictionary(Photo=pdf.make_indirect(image))
    paint(pdf, 1, f"q {20 * MM} 0 0 {20 * MM} 200 300 cm /Photo Do Q")


def stamped(pdf):
    """An annotation whose look holds a colour of a screen."""
    look = stream(pdf, b"1 0 0 rg 0 0 10 10 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 10, 10])
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(Dictionary(
        Type=Name.Annot, Subtype=Name.Stamp, F=4, Rect=[200, 300, 240, 340], AP=Dictionary(N=look)))])


def layered(pdf):
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Poznámky"))
    pdf.Root.OCProperties = Dictionary(OCGs=[layer], D=Dictionary(OFF=[layer], Order=[layer]))
    pdf.pages[0].resources.Properties = Dictionary(L=layer)
    paint(pdf, 0, "/OC /L BDC q 1 0 0 rg 200 300 50 50 re f Q EMC")


def near_miss(pdf):
    """Shapes whose boxes meet though they do not: a triangle and a frame in black beside a dark field."""
    paint(pdf, 0, "q .9 .9 .9 0 k 280 210 40 40 re f /K gs 0 0 0 1 k 200 205 m 320 400 l 200 400 l f "
                  "0 0 0 1 K 1 w 270 202 58 58 re S Q")


# What is wrong, by name; the code of the finding that must name it is in press_check.py.
MUTANTS = {
    "good": lambda pdf: None,
    "rgb-logo": lambda pdf: rgb_picture(pdf, 400, 20),
    "picture-96": lambda pdf: picture(pdf, bytes([40, 30, 20, 10]) * 96 * 96, 96, 96, Name.DeviceCMYK, 25.4),
    "picture-ink": lambda pdf: picture(pdf, bytes([250, 250, 250, 250]) * 400 * 400, 400, 400,
                                       Name.DeviceCMYK, 20),
    "text-4c": built,
    "bleed-none": no_bleed,
    "bleed-art": cut_art,
    "pages-49": lambda pdf: None,
    "hairline": lambda pdf: paint(pdf, 0, "q 0 0 0 1 K .1 w 200 300 m 300 300 l S Q"),
    "hairline-area": lambda pdf: paint(pdf, 0, "q 0 0 0 1 k 200 300 100 .1 re f Q"),
    "annotation": annotated,
    "font-missing": without_font,
    "spot": spot,
    "ink": lambda pdf: paint(pdf, 0, "q .9 .9 .9 .9 k 200 300 50 50 re f Q"),
    "overlap": overlapping,
    "white-overprint": white_over,
    "unclaimed": unclaimed,
    "edge-text": edge_text,
    "knockout": knocked,
    "sizes": larger,
    "transparency": sheer,
    "tile-ink": tiled,
    "shading-ink": shaded,
    "type3-rgb": drawn_letters,
    "jpeg-ink": photograph,
    "stamp-rgb": stamped,
    "layer-off": layered,
    "near-miss": near_miss,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["pages", "mutants"])
    parser.add_argument("first")
    parser.add_argument("out", nargs="?")
    parser.add_argument("--size", default="148x210")
    parser.add_argument("--bleed", type=float, default=3)
    options = parser.parse_args()
    width, height = (float(side) * MM for side in options.size.split("x"))
    if options.what == "pages":
        pdf = finish(pages(int(options.first), width, height, options.bleed * MM), None, width, height,
                     options.bleed * MM)
        save(pdf, options.out)
        return 0
    folder = pathlib.Path(options.first)
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in MUTANTS.items():
        pdf = finish(pages(49 if name == "pages-49" else 4, width, height, 3 * MM), None, width, height,
                     3 * MM)
        make(pdf)
        save(pdf, folder / f"{name}.pdf")
    return 0


if __name__ == "__main__":
    sys.exit(main())
