package import Core
import Fonts
import Intake
import Layout
import Manuscript
import Orthography
import PDFExport
import Planning
import Prepress
import Publications
import Spreadsheets
import Style

/// Every kind of finding that Sazba can make.
package enum DiagnosticCatalogue {
  /// All kinds, by target from the files down to the output.
  package static let all: [DiagnosticKind] =
    SpreadsheetsDiagnostics.all + IntakeDiagnostics.all + RegisterDiagnostics.all
    + HygieneDiagnostics.all + FormattingDiagnostics.all
    + PlanningDiagnostics.all + PublicationsDiagnostics.all
    + ManuscriptDiagnostics.all + OrthographyDiagnostics.all
    + StyleDiagnostics.all + FontsDiagnostics.all + LayoutDiagnostics.all + PDFExportDiagnostics.all
    + PrepressDiagnostics.all + PipelineDiagnostics.all
}
