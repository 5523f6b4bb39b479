import Core
import Foundation
import SazbaTesting
import Testing

@Suite struct PlainFileTests {
  private func failure(_ path: String, greatest: Int = 1_000) -> PlainFile.Failure? {
    do throws(PlainFile.Failure) {
      _ = try PlainFile.read(path, greatest: greatest)
      return nil
    } catch { return error }
  }

  @Test func filesAreReadToTheLimit() throws {
    try withTemporaryFolder { folder in
      let bytes = (0..<10_000).map { UInt8(truncatingIfNeeded: $0) }
      let path = try folder.write(bytes, to: "a")
      #expect(try PlainFile.read(path, greatest: 10_000) == bytes)
      #expect(failure(path, greatest: 9_999) == .tooLarge(10_000))
      #expect(try PlainFile.read(try folder.write([], to: "b"), greatest: 0) == [])
      #expect(failure(folder.path + "/c") == .missing)
      #expect(failure(path + "/d") == .missing)
      #expect(failure(folder.path) == .unreadable)
    }
  }

  @Test func pipesDevicesAndFilesOfTheKernelEnd() throws {
    try withTemporaryFolder { folder in
      let pipe = folder.path + "/pipe"
      #expect(mkfifo(pipe, 0o600) == 0)
      #expect(failure(pipe) == .unreadable)
    }
    #expect(failure("/dev/zero") == .unreadable)
    // The kernel says that such files are empty.
    let maps = try PlainFile.read("/proc/self/maps", greatest: 1 << 20)
    #expect(maps.count > 4_096)
    #expect(failure("/proc/self/maps", greatest: 100) != nil)
  }
}
