import Core
import Planning
import Testing

@Suite struct SilenceTests {
  private let kinds = PlanningDiagnostics.all

  private func warning(_ message: String) -> Diagnostic {
    Diagnostic(
      PlanningDiagnostics.emptyMeasure, at: nil, Phrase(cs: message, en: message),
      fix: Phrase(cs: "", en: ""))
  }

  private func wish(_ code: String, _ reason: String?, _ record: String? = nil) -> Silence {
    Silence(
      code: placed(code), reason: reason.map { placed($0) }, record: record.map { placed($0) },
      at: nowhere)
  }

  @Test func aRecordIsNamedAsAWholeWord() {
    let found = [
      warning("Opatření 1.1 nemá nic."), warning("Opatření 1.1.2 nemá nic."),
      warning("Opatření 11.1 nemá nic."), warning("Služba „1.1“ je jiná."), warning("Viz 1.1."),
    ]
    let judged = silence(found, by: [wish("V02-1", "víme", "1.1")], kinds: kinds, isWhole: true)
    #expect(judged.map { $0.silenced != nil } == [true, false, false, true, true])
    #expect(judged.first?.silenced == "víme")
  }

  @Test func errorsAndStrangeCodesAreRefused() {
    let wishes = [wish("V01", "r"), wish("X99", "r"), wish("V02-1", nil), wish("V13", "r")]
    let judged = silence([warning("a")], by: wishes, kinds: kinds, isWhole: true)
    #expect(judged.dropFirst().map(\.kind.code) == ["Z03", "Z02", "Z01", "Z04"])
    #expect(judged.first?.silenced == nil)
  }

  /// Whatever was not asked may still have something to silence.
  @Test func nothingIsSaidOfFloorsThatWereNotAsked() {
    #expect(silence([], by: [wish("V13", "r")], kinds: kinds, isWhole: false).isEmpty)
  }

  @Test func theApprovedTextIsKnownByItsFingerprint() throws {
    var plan = try #require(emptyPlan())
    plan.priorities = [priority("1")]
    plan.measures = [measure("1.1", of: "1")]
    plan.activities = [activity("1.1.1", of: "1.1")]
    let approved = plan.fingerprint
    var approval = Approval(
      municipality: placed("546127"), body: placed("ZM"), resolution: nil, date: nil,
      result: placed("schvaluje"), at: nowhere)
    approval.fingerprint = placed(approved)
    plan.approvals = [approval]
    plan.state = placed("schváleno")
    let rule = try #require(Rule.all.first { $0.code == "V15" })
    let none = Codelists(lists: [])
    #expect(plan.fingerprint == approved)
    #expect(rule.check(plan, none).isEmpty)
    plan.title = placed("Jiný plán")
    let findings = rule.check(plan, none)
    #expect(findings.map(\.kind.code) == ["V15"])
    #expect(findings.first?.message.cs.contains(approved) == true)
    #expect(findings.first?.message.cs.contains(plan.fingerprint) == true)
    plan.approvals[0].result = placed("neschvaluje")
    #expect(rule.check(plan, none).isEmpty)
  }
}
