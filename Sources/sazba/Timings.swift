import Core
import Pipeline

/// The table of `--timings`: milliseconds waited and worked, stage by stage.
enum Timings {
  static func text(_ times: [StageTime]) -> String {
    let heading = Speech.say(cs: "krok", en: "stage")
    let names = times.map { $0.stage.words[Speech.tongue] }
    let whole = Speech.say(cs: "celkem", en: "in all")
    let room = ([heading, whole] + names).map(\.count).max() ?? 0
    func line(_ name: String, _ wall: String, _ processor: String) -> String {
      let white = String(repeating: " ", count: room - name.count)
      return name + white + right(wall) + right(processor) + "\n"
    }
    var text = line(
      heading, Speech.say(cs: "čekání ms", en: "wall ms"),
      Speech.say(cs: "procesor ms", en: "CPU ms"))
    for (time, name) in zip(times, names) {
      text += line(name, milliseconds(time.wall), milliseconds(time.processor))
    }
    let wall = times.reduce(Duration.zero) { $0 + $1.wall }
    let processor = times.reduce(Duration.zero) { $0 + $1.processor }
    return text + line(whole, milliseconds(wall), milliseconds(processor))
  }

  private static func right(_ text: String) -> String {
    String(repeating: " ", count: max(0, 14 - text.count)) + text
  }

  private static func milliseconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let tenths = seconds * 10_000 + attoseconds / 100_000_000_000_000
    return "\(tenths / 10)\(Speech.tongue == .cs ? "," : ".")\(tenths % 10)"
  }
}
