"""The snippets that prove the rules of rules.py: (files, arrows, whether something is found)."""

# Put together here, so that the rules do not find them in this file.
LATER = "TO" + "DO"
MACHINE = "/ho" + "me/eva/plan"
KIND = 'static let empty = DiagnosticKind("%s", .error, .intake, cs: "a", en: "b")'


def layout(text):
    return {"Sources/Layout/A.swift": text}


PROOFS = {
    "unordered": [
        (layout("for key in names.keys {"), {}, True),
        (layout("for key in names.keys.sorted() {"), {}, False),
        (layout("let widths: [String: Int]\nfor (key, width) in widths {"), {}, True),
        (layout("var seen = Set<Int>()\nlet all = seen.map { $0 }"), {}, True),
        (layout("let widths: [Int]\nfor width in widths {"), {}, False),
        (layout("let sizes: [(name: String, width: Int)]\nfor size in sizes {"), {}, False),
        (layout("let old = Set(plan.retired)\nlet retired = Set(plan.retired.map { $0 })"), {}, False),
        (layout("// lint:allow unordered a sum has no order\nlet all = seen.values"), {}, False),
        (layout("let text = \"names.keys\" // names.values"), {}, False),
    ],
    "documented": [
        (layout("package struct Galley {}"), {}, True),
        (layout("///\npackage struct Galley {}"), {}, True),
        (layout("/// Lines in order.\npackage struct Galley {}"), {}, False),
        (layout("/// Lines in order.\n@frozen\npackage struct Galley {}"), {}, False),
        (layout("@inlinable package static func add() {}"), {}, True),
        (layout("package private(set) var count = 0"), {}, True),
        (layout("@inlinable package static func < (a: A, b: A) -> Bool { true }"), {}, False),
        (layout("/// Text.\npackage protocol P {\n  func bare()\n}\nfunc free() {}"), {}, True),
        (layout("/// Text.\npackage protocol P {\n  /// Said.\n  func bare()\n}"), {}, False),
        (layout("package import Core\nlet s = \"\"\"\n  package let x\n  \"\"\""), {}, False),
    ],
    "foundation": [
        (layout("import Foundation"), {}, True),
        (layout("package import FoundationEssentials"), {}, True),
        ({"Sources/Intake/A.swift": "import Foundation"}, {}, False),
    ],
    "arrows_hold": [
        (layout("package import PDFSyntax"), {"Layout": ["Core"]}, True),
        (layout("import struct Core.Length"), {"Layout": ["Core"]}, False),
    ],
    "walls": [
        ({}, {"Layout": ["Core", "CHarfBuzz"]}, True),
        ({}, {"Fonts": ["Core", "CHarfBuzz"], "Style": ["Yams"]}, False),
    ],
    "readme_arrows": [
        ({}, {}, True),
        ({"README.md": "| `Layout` | `Core` |"}, {"Layout": ["Core", "Fonts"]}, True),
        ({"README.md": "| `Layout` | `Core` |"}, {"Layout": ["Core"], "Style": []}, True),
        ({"README.md": "| `Layout` | `Core` `Fonts` | pages |"}, {"Layout": ["Core", "Fonts"]}, False),
    ],
    "short_files": [
        (layout("let a = 0\n" * 501), {}, True),
        (layout("let a = 0\n" * 500), {}, False),
    ],
    "nothing_later": [
        (layout(f"// {LATER}: the rest"), {}, True),
        (layout("let toDo = 1"), {}, False),
    ],
    "no_machine": [
        ({"Makefile": f"cat {MACHINE}"}, {}, True),
        ({"Makefile": "cat Data/dacice"}, {}, False),
    ],
    "proven_kinds": [
        ({"Sources/Intake/A.swift": KIND % "Y001"}, {}, True),
        ({"Sources/Intake/A.swift": KIND % "Y001", "Sources/Style/A.swift": KIND % "Y001",
          "Tests/StyleTests/A.swift": 'triggers("Y001")'}, {}, True),
        ({"Sources/Intake/A.swift": KIND % "Y001", "Tests/IntakeTests/A.swift": 'triggers("Y001")'},
         {}, False),
    ],
}
