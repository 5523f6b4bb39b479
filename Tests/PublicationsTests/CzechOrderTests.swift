import Testing

@testable import Publications

/// T35, by the examples with which the Institute of the Czech Language explains alphabetical order.
@Suite struct CzechOrderTests {
  @Test(arguments: [
    ["shoda", "schody", "sídliště"],
    ["slovník jazykový", "slovníkářství"],
    ["Hlohová", "Horní Slatina", "Hradiště", "Chodov", "Chrastavice", "Ivanov"],
    ["Nová Ves", "Nováky"],
    ["Cizkrajov", "Červený Hrádek", "Český Rudolec", "Dačice", "Dešná", "Dobrohošť"],
    ["Báňovice", "Budeč", "Budíškovice"],
    ["rada", "řada", "sad", "šat", "zub", "žába"],
    ["pas", "pás", "pasa"],
    ["domov u lesa", "domov U lesa", "Domov u lesa"],
  ])
  func examples(words: [String]) {
    #expect(words.reversed().sorted(by: CzechOrder.precedes) == words)
  }

  /// What the order of codes, or of letters without their marks, would put first.
  @Test(arguments: [("Chodov", "Hradiště"), ("Žlebsko", "Zvůle"), ("čas", "cukr"), ("pás", "pas")])
  func counters(later: String, earlier: String) {
    #expect(!CzechOrder.precedes(later, earlier))
    #expect(CzechOrder.precedes(earlier, later))
  }

  @Test func theOrderIsStrict() {
    let words = ["Peč", "Písečné", "pec", "Peč", "péče", "peče", "", " "]
    for a in words {
      #expect(!CzechOrder.precedes(a, a))
      for b in words where a != b {
        #expect(CzechOrder.precedes(a, b) != CzechOrder.precedes(b, a), "\(a) \(b)")
      }
    }
  }
}
