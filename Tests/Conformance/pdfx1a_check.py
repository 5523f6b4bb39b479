#!/usr/bin/env python3
"""Judges PDF/X-1a:2003 (ISO 15930-4) without help of the program that made the file.

usage: pdfx1a_check.py [--mutants] file.pdf...
Looks at bytes (header, cross-reference table), at every object, at every page's content, at the output
intent and at what the file says of itself. With --mutants each file is also spoilt in every way that is
known here, and each of these must be found. exit: 0 no fault, 1 faults, 2 not readable.
Written from knowledge of the standard, not from its text.
"""

import argparse
import pathlib
import re
import sys
import tempfile

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

XMP = {"pdfx": "http://ns.adobe.com/pdfx/1.3/", "pdf": "http://ns.adobe.com/pdf/1.3/",
       "dc": "http://purl.org/dc/elements/1.1/", "xmp": "http://ns.adobe.com/xap/1.0/"}
REGISTERED = re.compile(r"^(FOGRA\d+|CGATS TR ?\d+|IFRA\d+|JC\d+|JCW?\d+|EUROSB?\d+)$")
DATE = re.compile(r"^D:\d{14}(Z|[+-]\d\d'\d\d'?)?$")
INKS = {"DeviceCMYK", "DeviceGray", "Separation", "DeviceN", "Indexed", "Pattern"}
SHORT = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed"}
INTENTS = {"/AbsoluteColorimetric", "/RelativeColorimetric", "/Saturation", "/Perceptual"}
OPERATORS = set("b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m"
                " M MP n q Q re ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \""
                " RG rg".split())


def rect(values):
    x0, y0, x1, y1 = (float(v) for v in values)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def holds(outer, inner):
    return (outer[0] <= inner[0] + .01 and outer[1] <= inner[1] + .01
            and outer[2] >= inner[2] - .01 and outer[3] >= inner[3] - .01)


class Judge:
    def __init__(self, path):
        self.path, self.faults, self.seen = path, {}, set()
        self.bytes = pathlib.Path(path).read_bytes()
        self.pdf = pikepdf.open(path)

    def fault(self, code, message):
        self.faults.setdefault((code, message), 0)
        self.faults[(code, message)] += 1

    def run(self):
        self.syntax()
        self.information()
        self.intent()
        self.catalogue()
        for item in self.pdf.objects:
            if isinstance(item, (Dictionary, Array, Stream)):
                self.walk(item, 0)
        for number, page in enumerate(self.pdf.pages, 1):
            self.page(page, f"page {number}")
        return self.faults

    # -- bytes ------------------------------------------------------------------------------------------

    def syntax(self):
        head = re.match(rb"%PDF-(\d)\.(\d)", self.bytes)
        if not head or (int(head[1]), int(head[2])) > (1, 4):
            self.fault("version", f"header {self.bytes[:8]!r}, PDF 1.4 at most")
        if str(self.pdf.Root.get("/Version", "/1.4")) > "/1.4":
            self.fault("version", "the catalogue names a later version")
        if self.pdf.is_encrypted:
            self.fault("encrypt", "the file is encrypted")
        starts = re.findall(rb"startxref\s+(\d+)\s+%%EOF", self.bytes)
        if not starts:
            self.fault("xref", "no startxref")
        for start in starts:
            if not self.bytes[int(start):].startswith(b"xref"):
                self.fault("xref", "a cross-reference stream in place of a table")
        if len(self.bytes.rstrip()) - self.bytes.rfind(b"%%EOF") != 5:
            self.fault("xref", "bytes behind the end of the file")
        ids = self.pdf.trailer.get("/ID")
        if not (isinstance(ids, Array) and len(ids) == 2 and all(len(bytes(part)) for part in ids)):
            self.fault("id", "no file identifier")

    # -- what it says of itself ---------------------------------------------------------------------------

    def information(self):
        info = self.pdf.trailer.get("/Info")
        if not isinstance(info, Dictionary):
            return self.fault("info", "no information dictionary")
        version = str(info.get("/GTS_PDFXVersion", ""))
        if version != "PDF/X-1a:2003":
            self.fault("claim", f"GTS_PDFXVersion is {version!r}")
        if "/GTS_PDFXConformance" in info:
            self.fault("claim", "GTS_PDFXConformance belongs to PDF/X-1a:2001")
        for key in ("/Title", "/Creator", "/Producer"):
            if not str(info.get(key, "")).strip():
                self.fault("info", f"{key} is missing")
        for key in ("/CreationDate", "/ModDate"):
            if not DATE.match(str(info.get(key, ""))):
                self.fault("info", f"{key} is {str(info.get(key, ''))!r}, no full date")
        trapped = info.get("/Trapped")
        if not isinstance(trapped, Name) or str(trapped) not in ("/True", "/False"):
            self.fault("trapped", f"Trapped is {trapped!r}, must be the name True or False")
        stream = self.pdf.Root.get("/Metadata")
        if stream is None:
            return
        if not isinstance(stream, Stream) or "/Filter" in stream:
            return self.fault("xmp", "metadata that tools cannot read")
        try:
            xmp = self.pdf.open_metadata(set_pikepdf_as_editor=False, strict=True)
        except Exception as error:  # noqa: BLE001
            return self.fault("xmp", f"metadata cannot be parsed: {error}")
        for key, name in (("/Title", "dc:title"), ("/Creator", "xmp:CreatorTool"), ("/Producer", "pdf:Producer"),
                          ("/CreationDate", "xmp:CreateDate"), ("/ModDate", "xmp:ModifyDate"),
                          ("/Trapped", "pdf:Trapped"), ("/GTS_PDFXVersion", "pdfx:GTS_PDFXVersion")):
            space, local = name.split(":")
            said = xmp.get("{%s}%s" % (XMP[space], local))
            ours = str(info.get(key, "")).lstrip("/")
            theirs = "" if said is None else str(said)
            if "Date" in key:
                ours, theirs = (re.sub(r"\D", "", text)[:14] for text in (ours, theirs))
            if said is not None and ours != theirs:
                self.fault("xmp", f"{key} and {name} differ: {ours!r}, {theirs!r}")

    def intent(self):
        intents = [i for i in self.pdf.Root.get("/OutputIntents", []) if i.get("/S") == "/GTS_PDFX"]
        if len(intents) != 1:
            return self.fault("intent", f"{len(intents)} output intents of PDF/X, must be one")
        intent = intents[0]
        condition = str(intent.get("/OutputConditionIdentifier", ""))
        registry = str(intent.get("/RegistryName", ""))
        if not condition:
            self.fault("intent", "no OutputConditionIdentifier")
        if not str(intent.get("/Info", "")):
            self.fault("intent", "no Info")
        profile = intent.get("/DestOutputProfile")
        if profile is None:
            if "color.org" not in registry or not REGISTERED.match(condition):
                self.fault("intent", f"{condition!r} is not registered, so its profile must be embedded")
            return
        if not isinstance(profile, Stream):
            return self.fault("intent-profile", "no profile stream")
        data = profile.read_bytes()
        if len(data) < 132 or data[36:40] != b"acsp" or int.from_bytes(data[:4], "big") != len(data):
            return self.fault("intent-profile", "no ICC profile")
        if data[12:16] != b"prtr" or data[16:20] != b"CMYK":
            self.fault("intent-profile", f"{data[12:20]!r} is no press with four inks")
        if data[8] != 2:
            self.fault("intent-profile", f"version {data[8]} of the ICC format, PDF 1.4 knows 2")
        if int(profile.get("/N", 0)) != 4:
            self.fault("intent-profile", "N is not 4")

    def catalogue(self):
        root = self.pdf.Root
        for key in ("/AcroForm", "/OCProperties", "/OpenAction", "/AA", "/Collection", "/NeedsRendering"):
            if key in root:
                self.fault("catalogue", f"{key} in the catalogue")
        names = root.get("/Names", {})
        for key in ("/EmbeddedFiles", "/JavaScript", "/AlternatePresentations"):
            if key in names:
                self.fault("catalogue", f"{key} among the names")

    # -- objects ------------------------------------------------------------------------------------------

    def walk(self, item, depth):
        if depth > 12:
            return
        if isinstance(item, (Dictionary, Stream)):
            self.entries(item)
        if isinstance(item, Array):
            self.colour_array(item)
        children = item.values() if isinstance(item, (Dictionary, Stream)) else item
        for child in children:
            if isinstance(child, (Dictionary, Array)) and not child.is_indirect:
                self.walk(child, depth + 1)

    def entries(self, item):
        kind, sub = str(item.get("/Type", "")), str(item.get("/Subtype", ""))
        if kind in ("/ObjStm", "/XRef"):
            self.fault("object-stream", f"{kind} is of PDF 1.5")
        if isinstance(item, Stream):
            filters = item.get("/Filter", [])
            for name in filters if isinstance(filters, Array) else [filters]:
                if str(name) in ("/LZWDecode", "/JBIG2Decode", "/JPXDecode", "/Crypt"):
                    self.fault("filter", f"{name}")
            if "/F" in item:
                self.fault("external", "data in another file")
        if sub == "/PS" or "/PS" in item or str(item.get("/Subtype2", "")) == "/PS":
            self.fault("postscript", "PostScript")
        for key, code in (("/OPI", "opi"), ("/Alternates", "alternates"), ("/Ref", "reference"), ("/OC", "layers"),
                          ("/AA", "action"), ("/JS", "action"), ("/UserUnit", "userunit"), ("/PresSteps", "action")):
            if key in item and (key != "/Ref" or sub == "/Form"):
                self.fault(code, f"{key}")
        action = item.get("/A")
        if isinstance(action, Dictionary) and "/S" in action and "/O" not in action:
            self.fault("action", f"action {action.S}")
        group = item.get("/Group")
        if isinstance(group, Dictionary) and group.get("/S") == "/Transparency":
            self.fault("transparency", "a transparency group")
        mask = item.get("/SMask")
        if mask is not None and mask != "/None":
            self.fault("transparency", "a soft mask")
        if kind == "/ExtGState" or set(item.keys()) & {"/ca", "/CA", "/BM"}:
            self.state(item)
        if sub == "/Image":
            if int(item.get("/BitsPerComponent", 8)) == 16:
                self.fault("bits", "an image of 16 bits")
            if "/ColorSpace" in item and not item.get("/ImageMask", False):
                self.space(item.ColorSpace, None, "image")
            if "/Intent" in item and str(item.Intent) not in INTENTS:
                self.fault("rendering", f"{item.Intent}")
        if kind == "/Font":
            self.font(item)
        if "/ShadingType" in item and "/ColorSpace" in item:
            self.space(item.ColorSpace, None, "shading")

    def colour_array(self, item):
        if len(item) and isinstance(item[0], Name) and str(item[0]) in ("/ICCBased", "/CalRGB", "/CalGray", "/Lab"):
            self.fault("colour", f"{str(item[0])[1:]} in the file")

    def state(self, item):
        for key in ("/ca", "/CA"):
            if float(item.get(key, 1)) != 1:
                self.fault("transparency", f"{key} {item[key]}")
        if str(item.get("/BM", "/Normal")) not in ("/Normal", "/Compatible"):
            self.fault("transparency", f"blend mode {item.BM}")
        if "/TR" in item or str(item.get("/TR2", "/Default")) != "/Default":
            self.fault("transfer", "a transfer function")
        if "/HTP" in item:
            self.fault("halftone", "HTP")
        if "/RI" in item and str(item.RI) not in INTENTS:
            self.fault("rendering", f"{item.RI}")

    def font(self, item):
        sub = str(item.get("/Subtype", ""))
        if sub in ("/Type0", "/Type3"):
            return
        descriptor = item.get("/FontDescriptor", {})
        files = [key for key in ("/FontFile", "/FontFile2", "/FontFile3") if key in descriptor]
        if not files:
            return self.fault("font", f"{item.get('/BaseFont')} is not embedded")
        program = descriptor[files[0]]
        if files[0] == "/FontFile3" and str(program.get("/Subtype", "")) not in ("/Type1C", "/CIDFontType0C"):
            self.fault("font", f"a font program {program.get('/Subtype')} is of PDF 1.6")
        if sub == "/CIDFontType2" and "/CIDToGIDMap" not in item:
            self.fault("font", "a TrueType CID font without CIDToGIDMap")

    # -- colours ------------------------------------------------------------------------------------------

    def space(self, value, resources, use):
        if isinstance(value, Name):
            name = SHORT.get(str(value)[1:], str(value)[1:])
            if name not in INKS | {"DeviceRGB"} and resources is not None:
                inner = resources.get("/ColorSpace", {}).get(str(value))
                return self.fault("colour", f"{name} is not in the resources") if inner is None \
                    else self.space(inner, resources, use)
        else:
            name = SHORT.get(str(value[0])[1:], str(value[0])[1:])
            if name in ("Indexed", "Pattern") and len(value) > 1:
                self.space(value[1], resources, use)
            if name in ("Separation", "DeviceN"):
                self.space(value[2], resources, use)
        if name not in INKS:
            self.fault("colour", f"{name} ({use})")

    # -- pages --------------------------------------------------------------------------------------------

    def page(self, page, where):
        media = rect(page.mediabox)
        trim, art, bleed = (page.obj.get(key) for key in ("/TrimBox", "/ArtBox", "/BleedBox"))
        if (trim is None) == (art is None):
            self.fault("boxes", "a page needs either a TrimBox or an ArtBox")
        inner = rect(trim if trim is not None else art if art is not None else page.mediabox)
        outer = rect(bleed) if bleed is not None else media
        if not holds(media, outer) or not holds(outer, inner):
            self.fault("boxes", "boxes do not lie in each other")
        for note in page.obj.get("/Annots", []):
            box = rect(note.get("/Rect", [0, 0, 0, 0]))
            meets = box[0] < outer[2] and box[2] > outer[0] and box[1] < outer[3] and box[3] > outer[1]
            if meets or str(note.get("/Subtype", "")) in ("/Screen", "/Movie", "/Sound", "/FileAttachment"):
                self.fault("annotation", f"{note.get('/Subtype')} on {where}")
        self.content(page, page.resources, 0)

    def content(self, source, resources, depth):
        if depth > 16:
            return self.fault("content", "forms nested too deep")
        for step in pikepdf.parse_content_stream(source):
            if isinstance(step, pikepdf.ContentStreamInlineImage):
                image = step.iimage.obj
                value = image.get("/CS", image.get("/ColorSpace"))
                if value is not None:
                    self.space(value, resources, "inline image")
                continue
            name, given = str(step.operator), step.operands
            if name not in OPERATORS:
                self.fault("content", f"operator {name}")
            elif name in ("rg", "RG"):
                self.fault("colour", "DeviceRGB (painted)")
            elif name in ("cs", "CS"):
                self.space(given[0], resources, "painted")
            elif name == "ri" and str(given[0]) not in INTENTS:
                self.fault("rendering", f"{given[0]}")
            elif name == "gs":
                state = resources.get("/ExtGState", {}).get(str(given[0]))
                if state is None:
                    self.fault("content", f"state {given[0]} is not in the resources")
                else:
                    self.state(state)
            elif name == "Do":
                form = resources.get("/XObject", {}).get(str(given[0]))
                if form is None:
                    self.fault("content", f"object {given[0]} is not in the resources")
                elif form.get("/Subtype") == "/Form" and form.objgen not in self.seen:
                    self.seen.add(form.objgen)
                    self.content(form, form.get("/Resources", resources), depth + 1)


# -- mutants ------------------------------------------------------------------------------------------------


def first_page(pdf):
    return pdf.pages[0]


def resources_of(pdf, key):
    found = first_page(pdf).resources
    if key not in found:
        found[key] = Dictionary()
    return found[key]


def paint(pdf, words):
    first_page(pdf).contents_add(pdf.make_stream(words.encode()), prepend=False)


def with_state(**entries):
    def spoil(pdf):
        resources_of(pdf, "/ExtGState")["/Bad"] = pdf.make_indirect(Dictionary(Type=Name.ExtGState, **entries))
        paint(pdf, "q /Bad gs 0 0 0 1 k 20 20 9 9 re f Q")
    return spoil


def with_image(**entries):
    def spoil(pdf):
        bits = int(entries.get("BitsPerComponent", 8))
        data = bytes(4 * 4 * bits // 8)
        image = Stream(pdf, data, Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1,
                       **{"BitsPerComponent": bits, "ColorSpace": Name.DeviceCMYK, **entries})
        resources_of(pdf, "/XObject")["/Bad"] = pdf.make_indirect(image)
        paint(pdf, "q 9 0 0 9 20 20 cm /Bad Do Q")
    return spoil


def with_space(make):
    def spoil(pdf):
        resources_of(pdf, "/ColorSpace")["/Bad"] = make(pdf)
        paint(pdf, "q /Bad cs 0 0 0 scn 20 20 9 9 re f Q")
    return spoil


def icc(pdf):
    return Array([Name.ICCBased, pdf.make_indirect(Stream(pdf, bytes(128), N=3))])


def on_info(change):
    return lambda pdf: change(pdf.trailer.Info)


def on_intent(change):
    return lambda pdf: change(pdf.Root.OutputIntents[0])


def drop(key):
    def change(item):
        del item[key]
    return change


def put(key, value):
    def change(item):
        item[key] = value
    return change


def rename_font(pdf):
    for item in pdf.objects:
        if isinstance(item, Dictionary) and item.get("/Type") == "/FontDescriptor":
            for key in ("/FontFile2", "/FontFile3"):
                if key in item:
                    del item[key]


def opentype(pdf):
    for item in pdf.objects:
        if isinstance(item, Stream) and item.get("/Subtype") == "/CIDFontType0C":
            item.Subtype = Name.OpenType


def group(pdf):
    first_page(pdf).obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)


def note(pdf):
    page = first_page(pdf).obj
    # In the middle of the page: what stands beside it, in the slug of a sheet, is no fault.
    left, bottom, right, top = (float(x) for x in page.get("/TrimBox", page.MediaBox))
    x, y = (left + right) / 2, (bottom + top) / 2
    page.Annots = Array([pdf.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[x, y, x + 20, y + 20], Contents="?"))])


def no_trim(pdf):
    del first_page(pdf).obj.TrimBox


def both_boxes(pdf):
    first_page(pdf).obj.ArtBox = first_page(pdf).obj.TrimBox


def wide_bleed(pdf):
    first_page(pdf).obj.BleedBox = Array([-99, -99, 999, 999])


def xmp_title(pdf):
    data = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(data.replace(b'xml:lang="x-default">', b'xml:lang="x-default">X', 1))


def bare_name(pdf):
    intent = pdf.Root.OutputIntents[0]
    intent.OutputConditionIdentifier = String("Moje tiskarna")
    if "/DestOutputProfile" in intent:
        del intent["/DestOutputProfile"]


def screen_profile(pdf):
    data = bytearray(132)
    data[0:4], data[8], data[12:16], data[16:20], data[36:40] = (132).to_bytes(4, "big"), 2, b"mntr", b"RGB ", b"acsp"
    pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_indirect(Stream(pdf, bytes(data), N=3))


def new_profile(pdf):
    data = bytearray(132)
    data[0:4], data[8], data[12:16], data[16:20], data[36:40] = (132).to_bytes(4, "big"), 4, b"prtr", b"CMYK", b"acsp"
    pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_indirect(Stream(pdf, bytes(data), N=4))


def soft_mask(pdf):
    mask = pdf.make_indirect(Stream(pdf, b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1,
                                    ColorSpace=Name.DeviceGray, BitsPerComponent=8))
    with_image(SMask=mask)(pdf)


def layer(pdf):
    ocg = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Vrstva"))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([ocg]), D=Dictionary())


def lab(pdf):
    return Array([Name.Lab, Dictionary(WhitePoint=Array([.95, 1, 1.09]))])


def rgb_spot(pdf):
    return Array([Name.Separation, Name("/Bad"), Name.DeviceRGB,
                  Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 1, 1], C1=[1, 0, 0], N=1)])


# What is wrong, by name: the code that must say so, and what makes it wrong.
MUTANTS = {
    "claim-none": ("claim", on_info(drop("/GTS_PDFXVersion"))),
    "claim-2001": ("claim", on_info(put("/GTS_PDFXVersion", String("PDF/X-1:2001")))),
    "conformance": ("claim", on_info(put("/GTS_PDFXConformance", String("PDF/X-1a:2001")))),
    "title": ("info", on_info(drop("/Title"))),
    "created": ("info", on_info(put("/CreationDate", String("12. 11. 2024")))),
    "modified": ("info", on_info(drop("/ModDate"))),
    "trapped-unknown": ("trapped", on_info(put("/Trapped", Name.Unknown))),
    "trapped-none": ("trapped", on_info(drop("/Trapped"))),
    "xmp-title": ("xmp", xmp_title),
    "intent-none": ("intent", lambda pdf: drop("/OutputIntents")(pdf.Root)),
    "intent-two": ("intent", lambda pdf: pdf.Root.OutputIntents.append(pdf.Root.OutputIntents[0])),
    "intent-info": ("intent", on_intent(drop("/Info"))),
    "intent-name": ("intent", bare_name),
    "intent-screen": ("intent-profile", screen_profile),
    "intent-new": ("intent-profile", new_profile),
    "rgb-painted": ("colour", lambda pdf: paint(pdf, "q 1 0 0 rg 20 20 9 9 re f Q")),
    "rgb-stroked": ("colour", lambda pdf: paint(pdf, "q 1 0 0 RG 20 20 m 90 90 l S Q")),
    "rgb-space": ("colour", lambda pdf: paint(pdf, "q /DeviceRGB cs 1 0 0 sc 20 20 9 9 re f Q")),
    "rgb-image": ("colour", with_image(ColorSpace=Name.DeviceRGB)),
    "rgb-inline": ("colour", lambda pdf: paint(pdf, "q 9 0 0 9 20 20 cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI Q")),
    "icc-space": ("colour", with_space(icc)),
    "lab-space": ("colour", with_space(lab)),
    "rgb-spot": ("colour", with_space(rgb_spot)),
    "sheer": ("transparency", with_state(ca=.5)),
    "sheer-line": ("transparency", with_state(CA=.5)),
    "multiply": ("transparency", with_state(BM=Name.Multiply)),
    "soft-mask": ("transparency", soft_mask),
    "group": ("transparency", group),
    "transfer": ("transfer", with_state(TR=Name.Identity)),
    "bits": ("bits", with_image(BitsPerComponent=16)),
    "jpx": ("filter", with_image(Filter=Name.JPXDecode)),
    "jbig2": ("filter", with_image(Filter=Name.JBIG2Decode, ColorSpace=Name.DeviceGray, BitsPerComponent=1)),
    "alternates": ("alternates", with_image(Alternates=Array([]))),
    "font-none": ("font", rename_font),
    "font-opentype": ("font", opentype),
    "annotation": ("annotation", note),
    "trim-none": ("boxes", no_trim),
    "trim-and-art": ("boxes", both_boxes),
    "bleed-wide": ("boxes", wide_bleed),
    "script": ("catalogue", lambda pdf: put("/OpenAction", Dictionary(S=Name.JavaScript, JS="1"))(pdf.Root)),
    "form": ("catalogue", lambda pdf: put("/AcroForm", Dictionary(Fields=Array([])))(pdf.Root)),
    "layers": ("catalogue", layer),
    "userunit": ("userunit", lambda pdf: put("/UserUnit", 2)(first_page(pdf).obj)),
}
# What is spoilt while the file is saved.
SAVED = {
    "object-streams": ("object-stream", dict(object_stream_mode=pikepdf.ObjectStreamMode.generate,
                                               force_version="1.5")),
    "version": ("version", dict(force_version="1.6")),
    "encrypted": ("encrypt", dict(encryption=pikepdf.Encryption(owner="x", user="", R=3, allow=pikepdf.Permissions(),
                                                                aes=False, metadata=False))),
}
PLAIN = dict(object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False, force_version="1.4")


def spoilt(path):
    """The mutants of a file that are not found, and those that cannot be made."""
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "mutant.pdf"

        def judged(change, options):
            with pikepdf.open(path) as pdf:
                change(pdf)
                pdf.save(out, **{**PLAIN, **options})
            return {code for code, _ in Judge(out).run()}

        same = judged(lambda pdf: None, {})
        if same:
            wrong.append(f"the file saved again has {sorted(same)}")
        for name, (code, change) in MUTANTS.items():
            found = judged(change, {})
            if code not in found:
                wrong.append(f"{name}: {code} was not found, but {sorted(found)}")
        for name, (code, options) in SAVED.items():
            found = judged(lambda pdf: None, options)
            if code not in found:
                wrong.append(f"{name}: {code} was not found, but {sorted(found)}")
        cut = pathlib.Path(path).read_bytes()
        out.write_bytes(cut + b"\nmore")
        if not any(code == "xref" for code, _ in Judge(out).run()):
            wrong.append("bytes behind the end were not found")
    return wrong, len(MUTANTS) + len(SAVED) + 1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--mutants", action="store_true")
    options = parser.parse_args()
    worst = 0
    for path in options.files:
        try:
            faults = Judge(path).run()
        except (pikepdf.PdfError, OSError) as error:
            print(f"ERROR {path}: {error}")
            worst = 2
            continue
        print(f"{'FAIL' if faults else 'PASS'} {path}: PDF/X-1a:2003, {len(faults)} faults")
        for (code, message), count in sorted(faults.items()):
            print(f"  {code}: {message}" + (f" x{count}" if count > 1 else ""))
        worst = max(worst, 1 if faults else 0)
        if options.mutants and not faults:
            wrong, count = spoilt(path)
            print(f"{'FAIL' if wrong else 'PASS'} {path}: {count} mutants, {len(wrong)} not found")
            for line in wrong:
                print(f"  {line}")
            worst = max(worst, 1 if wrong else 0)
    return worst


if __name__ == "__main__":
    sys.exit(main())
