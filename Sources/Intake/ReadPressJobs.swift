import Core
import Planning

extension ReadingDesk {
  /// The key `tisk`: how publications are printed and bound.
  mutating func readPressJobs(_ top: Record) -> [PressJob] {
    items(top, "tisk").compactMap { item in
      guard let record = record(item, .pressJob) else { return nil }
      var job = PressJob(
        publication: demand(record, "publikace"), printer: demand(record, "tiskarna"),
        binding: demand(record, "vazba"), paper: demand(record, "papir"), at: record.at)
      job.coverPaper = text(record, "papir_obalky")
      job.run = value(record, "naklad", .whole)?.map { Int($0) }
      job.spine = text(record, "hrbet")
      job.sheet = text(record, "arch")
      job.bookletPrinter = text(record, "tiskarna_brozury")
      return job
    }
  }
}
