import Core
import Manuscript
import Planning

/// What a heading of a publication is made of.
struct HeadingWords {
  /// 1 for a chapter.
  var level: Int
  /// The look of the heading.
  var look = ""
  /// What stands before the title: `1.2`, „Opatření 1.1“.
  var label = ""
  /// The look of the label.
  var labelLook = ""
  /// The bare number, for references.
  var number: String?
  /// The title.
  var title: String
  /// A shorter wording for running heads.
  var short: String?
  /// The name of the anchor.
  var anchor: String
  /// Whether the contents list it.
  var isListed = true
  /// The strategic record it heads, if any.
  var tier: Tier?
  /// Whether it heads a division of a catalogue.
  var isDivision = false
}

extension Ledger {
  /// Adds a heading and remembers it.
  mutating func heading(
    _ words: HeadingWords, origin: SourceSpan?, in builder: inout DocumentBuilder
  ) {
    let id = open(words, origin: origin, in: &builder)
    builder.reopen(id) { $0.text(words.title) }
  }

  /// Adds a heading with its label; the caller fills in the title.
  mutating func open(
    _ words: HeadingWords, origin: SourceSpan?, in builder: inout DocumentBuilder
  ) -> NodeID {
    enter(
      HeadingEntry(
        level: words.level, label: words.label, number: words.number, title: words.title,
        anchor: words.anchor, isListed: words.isListed, tier: words.tier,
        isDivision: words.isDivision))
    return builder.node(
      .heading(level: UInt8(words.level)), look: words.look, origin: origin, short: words.short,
      anchor: words.anchor
    ) { builder in
      guard !words.label.isEmpty else { return }
      builder.node(.label, look: words.labelLook) { $0.text(words.label) }
      builder.text(" ")
    }
  }

  /// Opens a numbered section of a chapter, or goes on in the last one where the recipe says
  /// `heading: none`.
  mutating func section(
    _ title: String, anchor: String?, origin: SourceSpan?, by recipe: PartRecipe,
    in builder: inout DocumentBuilder, _ fill: (inout DocumentBuilder, inout Ledger) -> Void
  ) {
    if let heading = recipe.settings["heading"] {
      if heading != "none" {
        findings.append(
          .badValue(
            heading, of: "heading", in: recipe,
            wants: Phrase(cs: "jen „none“ (bez nadpisu)", en: "only “none”")))
      }
      guard let place = openSection ?? openChapter else { return }
      builder.reopen(place) { fill(&$0, &self) }
      return
    }
    let number = nextSection()
    openSection = builder.node(.section, origin: origin) { builder in
      heading(
        HeadingWords(
          level: 2, label: number, labelLook: "section", number: number, title: title,
          anchor: anchor ?? "oddil-\(number)"),
        origin: origin, in: &builder)
      fill(&builder, &self)
    }
  }
}

extension Tier {
  /// The beginning of the anchors of such records: `opatreni` in `{#opatreni-1.1}`.
  var anchorStem: String {
    switch self {
    case .area: "oblast"
    case .priority: "priorita"
    case .measure: "opatreni"
    case .activity: "aktivita"
    }
  }

  /// The anchor of a record: `opatreni-1.1`. What is no letter, digit or stop becomes a hyphen.
  func anchor(of code: Code) -> String {
    var name = anchorStem + "-"
    for scalar in code.text.unicodeScalars {
      let isPlain =
        ("0"..."9").contains(scalar) || ("a"..."z").contains(scalar)
        || ("A"..."Z").contains(scalar) || scalar == "."
      name.unicodeScalars.append(isPlain ? scalar : "-")
    }
    return name
  }
}
