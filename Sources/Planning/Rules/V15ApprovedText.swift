import Core

extension Rule {
  /// V15: what a municipality approved is the text of this plan.
  ///
  /// The fingerprint leaves out what may change after approval (see `Plan.fingerprint`). An approval
  /// without a fingerprint is not judged.
  static let approvedText = Rule(PlanningDiagnostics.approvedText, needs: .whole) { plan, _ in
    let approvals = plan.approvals.filter { approval in
      approval.fingerprint != nil && approval.result?.value != "neschvaluje"
        && approval.result?.value != "neprojednáno"
    }
    guard !approvals.isEmpty else { return [] }
    let current = plan.fingerprint
    return approvals.compactMap { approval in
      guard let approved = approval.fingerprint, approved.value != current else { return nil }
      let code = approval.municipality.value
      let name = plan.municipalities.first { $0.code.value == code }?.name.value ?? code
      return Diagnostic(
        PlanningDiagnostics.approvedText, at: approved.at,
        Phrase(
          cs: "\(name): schváleno bylo jiné znění. Schválený text má otisk \(approved.value), "
            + "nynější \(current).",
          en: "\(name): another text was approved. The approved text has the fingerprint "
            + "\(approved.value), the present one \(current)."),
        fix: Phrase(
          cs: "Vraťte text do schváleného znění, nebo nechte schválit nové a zapište jeho otisk.",
          en: "Restore the approved text, or have the new one approved and record its fingerprint."
        ))
    }
  }
}
