import Foundation

// The fuzzer's own `main` calls the functions here. Arguments that begin with two hyphens are ours:
// `--target=NAME` chooses the reader, `--targets` lists all, `--prepare=FOLDER` writes the seeds
// (FOLDER/seeds), the dictionary (FOLDER/words) and the longest input (FOLDER/longest).

private func argument(_ name: String) -> String? {
  CommandLine.arguments.first { $0.hasPrefix("--\(name)=") }.map {
    String($0.dropFirst(name.utf8.count + 3))
  }
}

private let chosen: FuzzTarget = {
  let name = argument("target") ?? ""
  guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
    FileHandle.standardError.write(Data("fuzz: there is no target “\(name)”\n".utf8))
    exit(2)
  }
  return target
}()

/// Says what was broken and stops, so that the fuzzer keeps the input.
func broken(_ promise: String) -> Never {
  FileHandle.standardError.write(Data("broken promise: \(promise)\n".utf8))
  abort()
}

/// Answers what the arguments ask for before the fuzzer starts.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
  _ count: UnsafeMutableRawPointer, _ values: UnsafeMutableRawPointer
) -> CInt {
  if CommandLine.arguments.contains("--targets") {
    FileHandle.standardOutput.write(
      Data(FuzzTarget.all.map { $0.name + "\n" }.joined().utf8))
    exit(0)
  }
  guard let folder = argument("prepare") else {
    _ = chosen
    return 0
  }
  do {
    try prepare(chosen, in: folder)
    exit(0)
  } catch {
    FileHandle.standardError.write(Data("fuzz: \(error)\n".utf8))
    exit(2)
  }
}

/// Gives the chosen reader one input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  chosen.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

private func prepare(_ target: FuzzTarget, in folder: String) throws {
  let seeds = folder + "/seeds"
  try FileManager.default.createDirectory(atPath: seeds, withIntermediateDirectories: true)
  for (number, seed) in target.seeds().enumerated() where seed.count <= target.longest {
    try Data(seed).write(to: URL(fileURLWithPath: "\(seeds)/\(number)"))
  }
  let words = target.words.map { word in
    let bytes = word.utf8.map { byte in
      let digits = String(byte, radix: 16, uppercase: true)
      return "\\x" + (digits.count < 2 ? "0" : "") + digits
    }
    return "\"\(bytes.joined())\"\n"
  }
  try Data(words.joined().utf8).write(to: URL(fileURLWithPath: folder + "/words"))
  try Data("\(target.longest)\n".utf8).write(to: URL(fileURLWithPath: folder + "/longest"))
}
