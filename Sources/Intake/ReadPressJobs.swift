import Core
import Planning

extension ReadingDesk {
  /// The key `svazky` of the printing: how publications are bound.
  mutating func readPressJobs(_ press: Record) -> [PressJob] {
    items(press, "svazky").compactMap { item in
      guard let record = record(item, .pressJob) else { return nil }
      var job = PressJob(
        publication: demand(record, "publikace"), binding: demand(record, "vazba"),
        paper: demand(record, "papir"), at: record.at)
      job.coverPaper = text(record, "papir_obalky")
      job.run = value(record, "naklad", .whole)?.map { Int($0) }
      job.spine = text(record, "hrbet")
      job.sheet = text(record, "arch")
      job.bookletPrinter = text(record, "tiskarna_brozury")
      return job
    }
  }
}
