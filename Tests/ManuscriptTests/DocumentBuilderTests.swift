import Core
import Manuscript
import Testing

private func builder() -> DocumentBuilder {
  let date = CivilDate(year: 2024, month: 11, day: 18)
  return DocumentBuilder(
    metadata: Metadata(
      title: "Zkouška", author: "Město", subject: "", keywords: [],
      date: date ?? CivilDate.earliest),
    language: .czech)
}

extension CivilDate {
  fileprivate static var earliest: CivilDate {
    guard let day = CivilDate(year: 1, month: 1, day: 1) else { preconditionFailure() }
    return day
  }
}

@Suite struct DocumentBuilderTests {
  @Test func nodesComeOutInPreorderAlthoughOneWasReopened() throws {
    var b = builder()
    var contents = NodeID(0)
    b.node(.part(.contents)) { b in
      contents = b.node(.contents)
    }
    b.node(.part(.chapter)) { b in
      b.node(.heading(level: 1), anchor: "prvni") { $0.text("První") }
    }
    b.reopen(contents) { b in
      b.node(.contentsEntry(level: 1)) { b in
        b.reference(to: "prvni") { b in
          b.text("První ")
          b.leader()
          b.pageNumber(of: "prvni")
        }
      }
    }
    let document = try b.finish()
    #expect(document.faults() == [])
    #expect(
      document.dump() == """
        document 2024-11-18 cs “Zkouška”
        0 document
          1 part.contents
            2 contents
              3 contentsEntry.1 “⟨reference #prvni: První …→⟨page of prvni⟩⟩”
          5 part.chapter
            6 heading.1 #prvni “První”

        """)
    #expect(document[NodeID(1)].end == NodeID(5))
    #expect(Array(document.children(of: NodeID(0))) == [NodeID(1), NodeID(5)])
    #expect(document.plainText(of: NodeID(3)) { _ in "7" } == "První 7")
  }

  @Test func notesStandAfterTheParagraphThatCallsThem() throws {
    var b = builder()
    b.node(.part(.chapter)) { b in
      let paragraph = b.node(.paragraph)
      let note = b.node(.note) { b in
        b.node(.label) { $0.text("1") }
        b.node(.body) { b in b.node(.paragraph) { $0.text("Pod čarou.") } }
      }
      b.reopen(paragraph) { b in
        b.text("Věta.")
        b.node(.noteReference(note)) { $0.text("1") }
      }
    }
    let document = try b.finish()
    #expect(document.faults() == [])
    guard case .noteReference(let note) = document[NodeID(3)].role else {
      Issue.record("node 3 is no call of a note")
      return
    }
    #expect(document[note].role == .note)
    #expect(document.dump().contains("“Věta.⟨noteReference 4: 1⟩”"))
    #expect(document.dump().contains("label “1”"))
  }

  @Test func languagesAndLooksAreInheritedAndNamedOnce() throws {
    var b = builder()
    b.node(.part(.chapter)) { b in
      for _ in 0..<2 {
        b.node(.paragraph, look: "lead") { b in
          b.text("Dům s ")
          b.node(.span, language: .english) { $0.text("day care") }
        }
      }
    }
    let document = try b.finish()
    #expect(document.looks == ["", "lead"])
    #expect(document.languages == [.czech, .english])
    #expect(document.language(of: NodeID(3)) == .english)
    #expect(document.plainText(of: NodeID(2)) == "Dům s day care")
  }

  @Test func originsAreInherited() throws {
    let span = SourceSpan(file: FileID(0), start: 4, end: 9)
    var b = builder()
    b.node(.part(.chapter), origin: span) { b in
      b.node(.paragraph) { $0.text("a") }
    }
    let document = try b.finish()
    #expect(document[NodeID(2)].origin == span)
  }

  @Test func everyUnresolvedReferenceIsNamedOnceWithItsPlace() {
    let place = SourceSpan(file: FileID(0), start: 4, end: 9)
    var b = builder()
    b.node(.part(.chapter)) { b in
      b.node(.paragraph, origin: place) { b in
        b.reference(to: "nikde") { b in
          b.text("tam")
          b.pageNumber(of: "nikde")
        }
        b.reference(to: "jinde")
      }
    }
    do {
      _ = try b.finish()
      Issue.record("the document was accepted")
    } catch {
      #expect(error.diagnostics.map(\.kind) == [.unresolvedKind, .unresolvedKind])
      #expect(error.diagnostics.map(\.at) == [place, place])
      #expect(error.diagnostics[0].message.cs.contains("„nikde“"))
      #expect(error.diagnostics[1].fix.cs.contains("{#jinde}"))
    }
  }

  @Test func anAnchorCarriedTwiceIsRefused() {
    var b = builder()
    b.node(.part(.chapter)) { b in
      b.node(.heading(level: 1), anchor: "a") { $0.text("A") }
      b.node(.paragraph, anchor: "a") { $0.text("B") }
    }
    do {
      _ = try b.finish()
      Issue.record("the document was accepted")
    } catch {
      #expect(error.diagnostics.map(\.kind) == [ManuscriptDiagnostics.duplicate])
    }
  }

  @Test func skippedHeadingLevelsAreFound() throws {
    var b = builder()
    b.node(.part(.chapter)) { b in
      b.node(.heading(level: 1)) { $0.text("Kapitola") }
      b.node(.heading(level: 3)) { $0.text("Pododdíl") }
      b.node(.heading(level: 2)) { $0.text("Oddíl") }
    }
    let findings = try b.finish().check()
    #expect(findings.map(\.kind) == [ManuscriptDiagnostics.skippedLevel])
    #expect(findings[0].message.cs.contains("„Pododdíl“"))
  }

  @Test func aDocumentThatStartsBelowLevelOneIsFound() throws {
    var b = builder()
    b.node(.part(.chapter)) { b in
      b.node(.heading(level: 2)) { $0.text("Oddíl") }
    }
    #expect(try b.finish().check().map(\.kind) == [ManuscriptDiagnostics.skippedLevel])
  }

  @Test func everyKindHasCodeAndWordsInBothLanguages() {
    let kinds = ManuscriptDiagnostics.all
    #expect(Set(kinds.map(\.code)).count == kinds.count)
    for kind in kinds {
      #expect(!kind.summary.cs.isEmpty && !kind.summary.en.isEmpty)
    }
  }
}

extension DiagnosticKind {
  fileprivate static var unresolvedKind: DiagnosticKind { ManuscriptDiagnostics.unresolved }
}
