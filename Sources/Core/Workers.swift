/// Runs `body` for 0..<count on so many tasks; results come in order, whoever finishes first.
package func parallel<Result: Sendable>(
  _ count: Int, workers: Int, grain: Int = 8, _ body: @escaping @Sendable (Int) -> Result
) async -> [Result] {
  guard workers > 1, count > grain else { return (0..<count).map(body) }
  let chunks = (count + grain - 1) / grain
  var parts: [[Result]] = Array(repeating: [], count: chunks)
  await withTaskGroup(of: (Int, [Result]).self) { group in
    var next = 0
    func start() {
      let chunk = next
      next += 1
      let range = (chunk * grain)..<min(count, (chunk + 1) * grain)
      group.addTask { (chunk, range.map(body)) }
    }
    while next < min(workers, chunks) { start() }
    while let (chunk, results) = await group.next() {
      parts[chunk] = results
      if next < chunks { start() }
    }
  }
  return Array(parts.joined())
}
