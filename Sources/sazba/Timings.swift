import Core
import Pipeline

/// The table of `--timings`: milliseconds waited and worked, stage by stage, and the most memory up
/// to there.
enum Timings {
  static func text(_ times: [StageTime]) -> String {
    let heading = Speech.say(cs: "krok", en: "stage")
    let names = times.map { $0.stage.words[Speech.tongue] }
    let whole = Speech.say(cs: "celkem", en: "in all")
    let room = ([heading, whole] + names).map(\.count).max() ?? 0
    func line(_ name: String, _ wall: String, _ processor: String, _ peak: String) -> String {
      let white = String(repeating: " ", count: room - name.count)
      return name + white + right(wall) + right(processor) + right(peak) + "\n"
    }
    var text = line(
      heading, Speech.say(cs: "čekání ms", en: "wall ms"),
      Speech.say(cs: "procesor ms", en: "CPU ms"), Speech.say(cs: "paměť MB", en: "memory MB"))
    for (time, name) in zip(times, names) {
      text += line(
        name, milliseconds(time.wall), milliseconds(time.processor), megabytes(time.peak))
    }
    let wall = times.reduce(Duration.zero) { $0 + $1.wall }
    let processor = times.reduce(Duration.zero) { $0 + $1.processor }
    let peak = times.reduce(0) { max($0, $1.peak) }
    return text + line(whole, milliseconds(wall), milliseconds(processor), megabytes(peak))
  }

  private static func megabytes(_ bytes: Int) -> String { String((bytes + 500_000) / 1_000_000) }

  private static func right(_ text: String) -> String {
    String(repeating: " ", count: max(0, 14 - text.count)) + text
  }

  private static func milliseconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let tenths = seconds * 10_000 + attoseconds / 100_000_000_000_000
    return "\(tenths / 10)\(Speech.tongue == .cs ? "," : ".")\(tenths % 10)"
  }
}
