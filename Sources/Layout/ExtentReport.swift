package import Core

/// What was traded so that a publication has the pages it is to have, or what it lacks.
package struct ExtentReport: Sendable, Hashable {
  /// The pages aimed at.
  package var wanted: Int
  /// The pages it has by itself.
  package var natural: Int
  /// Whether it has the pages aimed at.
  package var isMet: Bool
  /// How many paragraphs are a line shorter than is best for them.
  package var shorter = 0
  /// How many are a line longer.
  package var longer = 0
  /// The size of pictures, in thousandths of their own.
  package var pictures = 1_000
  /// By how many lines the text is too long or, if negative, too short; where it is not met.
  package var lines = 0
  /// How many of them paragraphs could give.
  package var given = 0
  /// Where they are too many or too few, the most first.
  package var places: [ExtentPlace] = []
  /// The sizes of pictures that were tried, and how many pages there were then.
  package var pictureTrials: [PictureTrial] = []
  /// Whether there are pictures that could be smaller or larger.
  package var hasPictures = false
  /// How many pages are blank so that the next one is a right-hand or a left-hand one.
  package var blanks = 0
  /// How often pages were made.
  package var layouts = 1
}

extension ExtentReport {
  /// What was traded, one by one; nothing where the pages came out by themselves.
  package var traded: [Phrase] {
    var words: [Phrase] = []
    if shorter > 0 {
      words.append(
        Phrase(
          cs: "o řádek kratší odstavce: \(shorter)", en: "paragraphs a line shorter: \(shorter)"))
    }
    if longer > 0 {
      words.append(
        Phrase(
          cs: "o řádek delší odstavce: \(longer)", en: "paragraphs a line longer: \(longer)"))
    }
    if pictures != 1_000 {
      let percent = (pictures + 5) / 10
      words.append(
        Phrase(cs: "obrázky na \(percent) %", en: "pictures at \(percent) %"))
    }
    return words
  }
}

/// A part of a publication that should be shorter or longer.
package struct ExtentPlace: Sendable, Hashable {
  /// Its title; empty where it has none.
  package var title: String
  /// By how many lines.
  package var lines: Int
}

/// What pictures of another size came to.
package struct PictureTrial: Sendable, Hashable {
  /// Their size, in thousandths of their own.
  package var scale: Int
  /// The pages then.
  package var pages: Int
}

/// What a publication with other parts came to.
package struct PartTrial: Sendable, Hashable {
  /// The parts that were left out.
  package var leftOut: [String]
  /// The pages then.
  package var pages: Int

  /// A trial.
  package init(leftOut: [String], pages: Int) {
    self.leftOut = leftOut
    self.pages = pages
  }
}
