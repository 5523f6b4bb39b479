import Core
import Foundation
import Planning
import SazbaTesting
import Testing

@testable import Intake

/// Every trap of the register, on invented records.
@Suite struct RegisterTests {
  private static let file = Repository.path("Tests/IntakeTests/Register/rpss.json")
  private static let project = Repository.path("Tests/IntakeTests/Register/projekt")

  /// The project of the traps: the base project with tables of services.
  private func withProject<Result>(_ body: (String) throws -> Result) throws -> Result {
    try withTemporaryFolder { scratch in
      let folder = scratch.path
      let files = FileManager.default
      let project = folder + "/projekt"
      try files.copyItem(
        atPath: Repository.path(Fixture.folder + "/zaklad"), toPath: project)
      for name in try files.contentsOfDirectory(atPath: RegisterTests.project) {
        try files.copyItem(
          atPath: RegisterTests.project + "/" + name, toPath: project + "/" + name)
      }
      return try body(project)
    }
  }

  private func imported(_ project: String, _ file: String = file) throws -> RegisterImport {
    var sources = SourceTable()
    let codelists = try readCodelists(Repository.path("Data/Codelists"), sources: &sources)
    let tables = try openProjectTables(project, sources: &sources).value
    return try importRegister(
      file, into: tables, codelists: codelists, on: CivilDate(year: 2024, month: 11, day: 5))
  }

  private func changes(
    _ outcome: RegisterImport, _ table: String, _ record: String
  ) -> [String] {
    outcome.changes.filter { $0.table == table && $0.record == record }.map { change in
      [change.kind.rawValue, change.field, change.old, change.new].compactMap { $0 }
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  @Test func capacityBelongsToTheRegistration() throws {
    try withProject { project in
      let outcome = try imported(project)
      #expect(changes(outcome, "sluzby", "9000001").contains("zmeneno kapacita 120 130"))
      // Two registrations at one address: 120 beds and 95, never 215, and no facility has any.
      let services = outcome.tables[.services]
      let beds = ["9000101", "9000102"].map { id in
        services.row(where: "identifikator", is: id).map { services.text($0, "kapacita") }
      }
      #expect(beds == ["120", "95"])
      #expect(!outcome.tables[.facilities].header.contains("kapacita"))
      // Several forms: a row of capacities for each, and none in the table of services.
      #expect(
        outcome.tables[.capacities].rows.filter { $0[0] == "9000103" }
          == [["9000103", "T", "20", "klienti", ""], ["9000103", "A", "4", "klienti", ""]])
      // Two numbers for one form: nobody knows which one counts.
      #expect(changes(outcome, "sluzby", "9000003") == ["zmeneno platnost_od 1. 1. 2012"])
      #expect(outcome.questions.contains { $0.message.cs.contains("dvě různé kapacity") })
    }
  }

  @Test func theWholeCapacityFollowsThoseByForm() throws {
    try withProject { project in
      try "sluzba;forma;kapacita;jednotka\n9000001;T;120;klienti\n".write(
        toFile: project + "/kapacity.csv", atomically: true, encoding: .utf8)
      let outcome = try imported(project)
      let services = outcome.tables[.services]
      let row = services.row(where: "identifikator", is: "9000001")
      #expect(row.map { services.text($0, "kapacita") } == "130")
      let capacities = outcome.tables[.capacities]
      #expect(
        capacities.rows(where: "sluzba", are: "9000001").map { capacities.text($0, "kapacita") }
          == ["130"])
    }
  }

  @Test func identifiersKeepTheirZerosAndNamesTheirSpelling() throws {
    try withProject { project in
      let outcome = try imported(project)
      let providers = outcome.tables[.providers]
      #expect(providers.row(where: "ico", is: "00999032") == 2)
      // „z.ú.“ in the register is „z. ú.“ here: no change.
      #expect(providers.text(0, "nazev") == "Pečovatelská služba Javořice, z. ú.")
      // One of several telephones, in another shape, is the one here; what is empty is filled.
      #expect(
        changes(outcome, "poskytovatele", "99900017") == [
          "zmeneno email info@javorice.example"
        ])
      #expect(providers.text(2, "telefon") == "384 000 200")
    }
  }

  @Test func datesAreToldAndNothingIsDeleted() throws {
    try withProject { project in
      let outcome = try imported(project)
      let services = outcome.tables[.services]
      let future = try #require(services.row(where: "identifikator", is: "9000103"))
      #expect(services.text(future, "platnost_od") == "1. 1. 2027")
      #expect(services.text(future, "platnost_do") == "30. 6. 2028")
      #expect(changes(outcome, "sluzby", "9000002").last == "skoncilo 30. 6. 2024")
      // Ended before the plan's date: not taken over at all.
      #expect(changes(outcome, "sluzby", "9000104") == ["skoncilo 31. 12. 2019"])
      #expect(services.row(where: "identifikator", is: "9000104") == nil)
      #expect(changes(outcome, "sluzby", "9000099") == ["v_registru_neni"])
      #expect(services.row(where: "identifikator", is: "9000099") != nil)
    }
  }

  @Test func addressesElsewhereSecretOrMissing() throws {
    try withProject { project in
      let outcome = try imported(project)
      let facilities = outcome.tables[.facilities]
      let refuge = try #require(facilities.row(where: "sluzba", is: "9000105"))
      #expect(facilities.text(refuge, "utajena_adresa") == "ano")
      for column in ["ulice", "psc", "obec", "kod_obce"] {
        #expect(facilities.text(refuge, column).isEmpty)
      }
      // A provider from elsewhere does not concern us; a known one's facility elsewhere is told.
      #expect(outcome.tables[.providers].row(where: "ico", is: "99900068") == nil)
      #expect(changes(outcome, "sluzby", "9000107") == ["mimo_uzemi"])
      // Without streets the village's name stands for one.
      let village = try #require(facilities.row(where: "sluzba", is: "9000103"))
      #expect(facilities.text(village, "ulice") == "Budeč 12")
      // No address at all: asked, and what the table says stays.
      #expect(outcome.questions.contains { $0.message.cs.contains("je utajená?") })
      let centre = try #require(facilities.row(where: "sluzba", is: "9000003"))
      #expect(facilities.text(centre, "ulice") == "Krajířova 9")
      #expect(outcome.questions.contains { $0.message.cs.contains("9000108") })
    }
  }

  @Test func whatIsNotCertainIsAsked() throws {
    try withProject { project in
      let outcome = try imported(project)
      let codes = outcome.questions.filter { $0.kind.code == "J05" }.map(\.message.cs)
      #expect(codes.count == 2)
      #expect(codes[0].contains("CilovaSkupinaOsoby/12") && codes[0].contains("9000103, 9000002"))
      #expect(codes[1].contains("DruhSocialniSluzby/99"))
      // Of groups that are not known whole none is taken away.
      let services = outcome.tables[.services]
      #expect(services.text(1, "cilove_skupiny") == "senioři | osoby se zdravotním postižením")
      #expect(services.row(where: "identifikator", is: "9000109") == nil)
      #expect(
        outcome.questions.contains { $0.message.cs.contains("nezn") && $0.kind.code == "J06" })
      // The number of the other interface is as good: 3838 is home care, § 40.
      let other = try #require(services.row(where: "identifikator", is: "9000103"))
      #expect(services.text(other, "druh") == "40")
      #expect(outcome.questions.contains { $0.message.cs.contains("platné IČO") })
      #expect(outcome.questions.contains { $0.message.cs.contains("podruhé") })
      #expect(
        outcome.questions.filter { $0.kind.code == "J04" }.map(\.message.cs).first?
          .contains("„zarizeni“") == true)
    }
  }

  /// The register's statutory persons are not decoded, so that their shape does not matter, and
  /// nothing of them comes out anywhere.
  @Test func personsStayInTheRegister() throws {
    try withProject { project in
      let text = try String(contentsOfFile: RegisterTests.file, encoding: .utf8)
      #expect(text.contains("Statutární"))
      let outcome = try imported(project)
      let written = outcome.tables.drafts.map { String(decoding: $0.csv(), as: UTF8.self) }
      let told = outcome.changes.map { "\($0)" } + outcome.questions.map { "\($0)" }
      for words in written + told {
        #expect(!words.contains("Statutární") && !words.contains("Tajná"))
      }
    }
  }

  /// A register of records that differ from a plain one in what is given.
  private func imported(
    _ project: String, _ records: [[String: Any]]
  ) throws -> RegisterImport {
    let address: [String: Any] = [
      "cisloDomovni": 12, "psc": "38001", "obec": ["id": "Obec/546127"], "ulice": ["nazev": "Nová"],
    ]
    let plain: [String: Any] = [
      "kontaktniAdresy": [address], "druhSocialniSluzby": ["id": "DruhSocialniSluzby/4"],
      "zarizeni": [["nazev": "středisko", "adresa": address]],
      "poskytovatel": ["ico": "99900050", "nazev": "Azyl Naděje, z. s."],
      "ciloveSkupiny": [["id": "CilovaSkupinaOsoby/24"]],
      "formy": [["forma": ["id": "FormaSocialniSluzby/ter"]]],
    ]
    let items = records.map { plain.merging($0) { $1 } }
    let file = project + "/../rpss.json"
    try JSONSerialization.data(withJSONObject: ["polozky": items]).write(
      to: URL(fileURLWithPath: file))
    return try imported(project, file)
  }

  @Test func contactsOfPersonsAreNotTaken() throws {
    try withProject { project in
      let persons = [["jmeno": "Jan", "prijmeni": "Novotný"], ["jmeno": "Mgr. Eva Malá, Ph.D."]]
      let contacts: [String: Any] = [
        "emaily": [
          ["email": "j.novotny@nadeje.example"],
          ["email": "a@nadeje.example", "poznamka": "u Evy Malé"],
          ["email": "info@nadeje.example", "poznamka": "recepce"],
        ],
        "telefony": [
          ["telefon": "777111222", "poznamka": "soukromý, J. NOVOTNEHO"],
          ["telefon": "384000555", "poznamka": ""],
        ],
      ]
      let provider: [String: Any] = [
        "ico": "99900050", "nazev": "Azyl", "statutarniOrgany": persons,
      ]
      let outcome = try imported(
        project,
        [
          contacts.merging(["identifikator": "8000031", "poskytovatel": provider]) { $1 },
          contacts.merging([
            "identifikator": "8000032", "statutarniOrgany": ["clenove": persons],
          ]) { $1 },
          contacts.merging(["identifikator": "8000033"]) { $1 },
          [
            "identifikator": "8000034",
            "poskytovatel": provider.merging(contacts) { $1 }.merging(["ico": "99900076"]) { $1 },
          ],
        ])
      let facilities = outcome.tables[.facilities]
      for id in ["8000031", "8000032"] {
        let row = try #require(facilities.row(where: "sluzba", is: id))
        #expect(facilities.text(row, "email") == "info@nadeje.example", "\(id)")
        #expect(facilities.text(row, "telefon") == "384 000 555", "\(id)")
      }
      let providers = outcome.tables[.providers]
      let row = try #require(providers.row(where: "ico", is: "99900076"))
      #expect(providers.text(row, "email") == "info@nadeje.example")
      let asked = outcome.questions.filter { $0.message.cs.contains("statutárnímu") }
      #expect(asked.map(\.kind.code) == ["J06", "J06", "J06", "J06"])
      #expect(asked.map { $0.message.cs.suffix(4) } == ["(3).", "(3).", "(1).", "(3)."])
      for words in outcome.questions.map({ "\($0)" }) {
        #expect(!words.contains("ovotn") && !words.contains("777"))
      }
      // Where no person is named only a private one shows as such.
      let other = try #require(facilities.row(where: "sluzba", is: "8000033"))
      #expect(facilities.text(other, "email") == "j.novotny@nadeje.example")
    }
  }

  /// What has no address but that of a contact is asked about, whoever gives it.
  @Test func nothingWithoutAnAddressVanishes() throws {
    try withProject { project in
      let hidden: [String: Any] = ["nazev": "úkryt", "utajenaAdresa": true]
      let ours: [String: Any] = ["ico": "99900017", "nazev": "Javořice"]
      let away: [String: Any] = ["obec": ["id": "Obec/554499"], "cisloDomovni": 1]
      let outcome = try imported(
        project,
        [
          ["identifikator": "8000021", "zarizeni": [hidden]],
          ["identifikator": "8000022", "zarizeni": [["nazev": "b"]], "poskytovatel": ours],
          [
            "identifikator": "8000023", "zarizeni": [], "kontaktniAdresy": [], "poskytovatel": ours,
          ],
          [
            "identifikator": "8000024", "zarizeni": [hidden, ["nazev": "b"]],
            "poskytovatel": ["ico": "839345", "nazev": "X"],
          ],
          ["identifikator": "8000025", "zarizeni": [["adresa": ["psc": "38001"]]]],
          [
            "identifikator": "8000026", "zarizeni": [], "poskytovatel": ["ico": "1", "nazev": "X"],
          ],
          ["identifikator": "8000027", "zarizeni": [["adresa": away]], "poskytovatel": ours],
          ["identifikator": "8000028", "zarizeni": [["adresa": away]]],
          ["identifikator": "80x;=cmd"],
          ["identifikator": "８０"],
        ])
      for id in 8_000_021...8_000_026 {
        let asked = outcome.questions.filter { $0.message.cs.contains("\(id)") }
        #expect(asked.map(\.kind.code) == ["J06"], "\(id)")
        #expect(changes(outcome, "sluzby", "\(id)").isEmpty, "\(id)")
      }
      #expect(changes(outcome, "sluzby", "8000027") == ["mimo_uzemi"])
      #expect(outcome.questions.filter { $0.message.cs.contains("není číslo") }.count == 2)
      #expect(outcome.tables.drafts.filter(\.isChanged).isEmpty)
    }
  }

  @Test func asSecondImportChangesNothingAndTheRestOfFilesStays() throws {
    try withProject { project in
      let first = try imported(project)
      for draft in first.tables.drafts where draft.isChanged {
        let path = project + "/" + (draft.file ?? draft.table.name + ".csv")
        try Data(draft.csv()).write(to: URL(fileURLWithPath: path))
      }
      let second = try imported(project)
      #expect(second.tables.drafts.filter(\.isChanged).isEmpty)
      #expect(second.changes.filter { [.added, .changed].contains($0.kind) }.isEmpty)
      #expect(second.questions == first.questions)
      let services = try String(contentsOfFile: project + "/sluzby.csv", encoding: .utf8)
        .split(separator: "\n")
      // Quotation marks, hours and order as they were; the new columns are behind.
      #expect(
        services[1] == "9000001;99900017;\"Pečovatelská služba Javořice; domov\";40;T;senioři;130;"
          + "klienti;po–pá 7.00–15.30;1. 1. 2012;;")
      #expect(services[4] == "9000099;99900041;Služba, která zmizela;37;A;senioři;;;;;;")
    }
  }

  @Test(arguments: [
    ("{\"polozky\": [{\"a\": 1}, ", "J01", "řádek 1, bajt 24"),
    ("{\"polozky\":\n [{\"a\": [1}]}", "J01", "řádek 2, bajt 23"),
    ("{\"polozky\": [{} {}]}", "J01", "„{“ tu nemá být"),
    ("{\"polozky\": [{}, ]}", "J01", "„]“ tu nemá být"),
    ("{\"polozky\": [{}]} x", "J01", "„x“ tu nemá být"),
    ("\u{1}", "J01", "0x01"),
    ("", "J02", "polozky"), ("[]", "J02", "polozky"), ("{}", "J02", "polozky"),
    ("{\"polozky\": {}}", "J02", "polozky"), ("{\"jine\": [\"polozky\"]}", "J02", "polozky"),
  ])
  func brokenFilesAreRefusedWithTheirPlace(text: String, code: String, words: String) throws {
    do {
      try readRegister(bytes: Array(text.utf8))
      Issue.record("taken: \(text)")
    } catch {
      #expect(error.diagnostics.map(\.kind.code) == [code])
      #expect(error.diagnostics[0].message.cs.contains(words), "\(error.diagnostics[0].message.cs)")
    }
  }

  @Test func monstersAreRefused() throws {
    let deep = String(repeating: "[", count: 1_000)
    let large = String(repeating: "x", count: 5 << 20)
    for text in ["{\"polozky\": [{\"a\": \(deep)", "{\"polozky\": [{\"a\": \"\(large)\"}]}"] {
      do {
        try readRegister(bytes: Array(text.utf8))
        Issue.record("taken")
      } catch {
        #expect(error.diagnostics.map(\.kind.code) == ["J03"])
      }
    }
    // A number that no computer holds is a record that cannot be read, no more.
    let huge = "{\"polozky\": [{\"formy\": [{\"kapacity\": [{\"pocet\": 1e999}]}]}, {}]}"
    let outcome = try readRegister(bytes: Array(huge.utf8))
    #expect(outcome.value == 1)
    #expect(outcome.warnings.map(\.kind.code) == ["J04"])
  }

  /// Strings may hold brackets, escapes and the word itself; other members may stand anywhere.
  @Test func onlyBracketsOutsideStringsCount() throws {
    let text = """
      {"a": "polozky\\": [", "b": -1.5e3, "c": null, "d": [{"polozky": [1]}],
       "polozky" : [ {"identifikator": "a]}\\\\"} , {"x": "\\""} ], "e": {"f": []} }
      """
    let outcome = try readRegister(bytes: Array("\u{FEFF}\(text)".utf8))
    #expect(outcome.value == 2)
    #expect(outcome.warnings.isEmpty)
  }

  @Test func changedFilesKeepTheirNotation() throws {
    try withTemporaryFolder { scratch in
      let folder = scratch.path
      try FileManager.default.copyItem(
        atPath: Repository.path(Fixture.folder + "/zaklad"), toPath: folder + "/p")
      let text = "ico,nazev,web\r\n99900017,\"A, \"\"B\"\"\",\r\n\r\n99900041,C,x"
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/p/poskytovatele.csv"))
      var sources = SourceTable()
      var tables = try openProjectTables(folder + "/p", sources: &sources).value
      #expect(String(decoding: tables[.providers].csv(), as: UTF8.self) == text)
      tables[.providers].set(1, "web", "a,b")
      tables[.providers].append([("ico", "99900025"), ("nazev", "D \"E\"")])
      #expect(
        String(decoding: tables[.providers].csv(), as: UTF8.self)
          == "ico,nazev,web\r\n99900017,\"A, \"\"B\"\"\",\r\n\r\n99900041,C,\"a,b\"\r\n"
          + "99900025,\"D \"\"E\"\"\",\r\n")
    }
  }
}
