import Core
import Display
import PDFSyntax

/// Joins encoded parts to a file for the press, without tags, links and bookmarks: PDF/X-4, or
/// PDF/X-1a where everything is to be flat and known to PDF 1.4.
///
/// *Source:* ISO 15930-4, ISO 15930-7; boxes ISO 32000-1 §14.11.2; spot colours §8.6.6.4.
struct PressAssembly {
  /// Letters and rules in black alone are painted in this state.
  private static let overprint = ObjectPlan.structure
  /// Everything else is painted in this one.
  private static let knockout = ObjectPlan.parentTree

  let parts: FileParts
  let inks: SpotInks

  func file() -> PDFFile {
    let plan = ObjectPlan(
      pageCount: parts.pages.pages.count, faceCount: parts.faces.count, annotationCount: 0,
      outlineCount: 0, destinationCount: 0, elementCount: 0,
      pictureCount: parts.pictures.pictures.count,
      pictureProfileCount: parts.pictures.profiles.count)
    var file = parts.begun(
      plan, version: parts.profile.isFlat ? PDFVersion(1, 4) : PDFVersion(1, 6))
    var batch = ObjectBatch(parts.form)
    batch.dictionary(ObjectPlan.catalog) { catalog in
      catalog.name("Type", "Catalog")
      catalog.reference("Pages", ObjectPlan.pageTree)
      catalog.reference("Metadata", ObjectPlan.metadata)
      catalog.text("Lang", parts.pages.information.language.tag)
      PageLabels.write(parts.pages.labels, to: &catalog)
      parts.writeIntent("GTS_PDFX", to: &catalog)
    }
    parts.metadata.write(to: &batch)
    writeResources(plan, to: &batch)
    parts.writeFaces(plan, to: &batch)
    let press = parts.profile.press
    parts.writePages(
      plan, bleed: \.bleed, slug: press?.hasMarks == true ? TrimMarks.slug : .zero, to: &batch
    ) { _, _, _ in }
    file.append(batch.sealed())
    return parts.finished(file)
  }

  private func writeResources(_ plan: ObjectPlan, to batch: inout ObjectBatch) {
    for (state, on) in [(PressAssembly.overprint, true), (PressAssembly.knockout, false)] {
      batch.dictionary(state) { entries in
        entries.name("Type", "ExtGState")
        entries.boolean("OP", on)
        entries.boolean("op", on)
        entries.integer("OPM", on ? 1 : 0)
      }
    }
    batch.dictionary(ObjectPlan.resources) { resources in
      resources.dictionary("ExtGState") { states in
        states.reference("K", PressAssembly.overprint)
        states.reference("N", PressAssembly.knockout)
      }
      inks.write(marks: parts.profile.press?.hasMarks == true, to: &resources)
      parts.writeResources(plan, to: &resources)
    }
  }
}
