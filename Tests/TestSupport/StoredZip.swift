package import Foundation

/// A container of files that are stored as they are: enough of the ZIP format for tests to make
/// spreadsheets from text.
package enum StoredZip {
  /// The container with these files, in order.
  package static func data(_ files: [(name: String, data: Data)]) -> Data {
    var body = Data()
    var directory = Data()
    for (name, data) in files {
      let offset = body.count
      let sum = checksum(data)
      let name = Data(name.utf8)
      var common = little(20, 2) + little(0, 2) + little(0, 2) + little(0, 4)
      common += little(Int(sum), 4) + little(data.count, 4) + little(data.count, 4)
      common += little(name.count, 2) + little(0, 2)
      body += little(0x0403_4B50, 4) + common + name + data
      directory += little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 2) + little(0, 2)
      directory += little(0, 2) + little(0, 4) + little(offset, 4) + name
    }
    var end = little(0x0605_4B50, 4) + little(0, 4) + little(files.count, 2)
    end += little(files.count, 2) + little(directory.count, 4) + little(body.count, 4)
    return body + directory + end + little(0, 2)
  }

  private static func little(_ value: Int, _ count: Int) -> Data {
    Data((0..<count).map { UInt8(value >> (8 * $0) & 0xFF) })
  }

  /// CRC-32 as ZIP has it (reflected polynomial 0xEDB88320).
  private static func checksum(_ data: Data) -> UInt32 {
    var sum = UInt32.max
    for byte in data {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
