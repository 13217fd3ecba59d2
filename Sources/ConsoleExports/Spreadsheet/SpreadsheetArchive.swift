#if Spreadsheets
  import CZip
  import Foundation

  /// The container of a spreadsheet: named parts, each unpacked in pieces up to its limit.
  final class SpreadsheetArchive {
    private let handle: OpaquePointer
    /// The bytes that the handle reads from.
    private let bytes: UnsafeMutableRawBufferPointer
    private var unpacked = 0

    /// Names of the parts, in order.
    let names: [String]

    /// Opens a container.
    ///
    /// - Throws: ``SpreadsheetFault`` for what is none, and for one with a password, with macros, or
    ///   with too many parts.
    init(_ data: Data) throws(SpreadsheetFault) {
      let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: data.count, alignment: 1)
      _ = data.copyBytes(to: bytes)
      let source = zip_source_buffer_create(bytes.baseAddress, zip_uint64_t(bytes.count), 0, nil)
      guard let source else {
        bytes.deallocate()
        throw .broken("its container cannot be opened")
      }
      guard let handle = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nil) else {
        zip_source_free(source)
        bytes.deallocate()
        throw .broken("its container is damaged or cut short")
      }
      self.handle = handle
      self.bytes = bytes
      let count = zip_get_num_entries(handle, 0)
      names = (0..<max(0, min(count, zip_int64_t(SpreadsheetLimit.partCount) + 1))).compactMap {
        zip_get_name(handle, zip_uint64_t($0), 0).map { String(cString: $0) }
      }
      guard count <= SpreadsheetLimit.partCount else {
        throw .beyond("it has \(count) parts, at most \(SpreadsheetLimit.partCount) are read")
      }
      try refuseForeignParts()
    }

    deinit {
      zip_discard(handle)
      bytes.deallocate()
    }

    private func refuseForeignParts() throws(SpreadsheetFault) {
      for name in names {
        let lower = name.lowercased()
        if lower.contains("vbaproject") || lower.hasPrefix("xl/macrosheets/") {
          throw .suspicious("it has macros (\(name.prefix(60)))")
        }
        if lower.hasPrefix("xl/activex/") || lower.hasPrefix("xl/embeddings/") {
          throw .suspicious("it has programs or files within (\(name.prefix(60)))")
        }
        if lower == "xl/workbook.bin" {
          throw .broken("it is a binary workbook (XLSB)")
        }
      }
      guard Set(names).count == names.count else {
        throw .suspicious("two of its parts have one name")
      }
    }

    /// The bytes of a part; `nil` where there is none of that name.
    ///
    /// What the container says of sizes is checked first and not relied on: unpacking stops at the
    /// limits.
    func part(_ name: String) throws(SpreadsheetFault) -> Data? {
      var state = zip_stat_t()
      zip_stat_init(&state)
      guard zip_stat(handle, name, 0, &state) == 0 else { return nil }
      guard state.encryption_method == 0 else { throw .suspicious("its parts have a password") }
      let packed = Int(clamping: state.comp_size)
      let limit = min(
        SpreadsheetLimit.partSize,
        SpreadsheetLimit.totalSize - unpacked,
        max(1_000_000, packed.multipliedReportingOverflow(by: SpreadsheetLimit.ratio).partialValue)
      )
      guard state.size <= zip_uint64_t(limit) else { throw tooLarge(name) }
      guard let file = zip_fopen_index(handle, state.index, 0) else {
        throw .broken("its part \(name) cannot be unpacked")
      }
      defer { zip_fclose(file) }
      var data = Data()
      var piece = [UInt8](repeating: 0, count: 65_536)
      while true {
        let count = zip_fread(file, &piece, zip_uint64_t(piece.count))
        guard count >= 0 else { throw .broken("its part \(name) is damaged") }
        if count == 0 { break }
        guard data.count + Int(count) <= limit else { throw tooLarge(name) }
        data.append(contentsOf: piece[..<Int(count)])
      }
      unpacked += data.count
      return data
    }

    private func tooLarge(_ name: String) -> SpreadsheetFault {
      .beyond(
        "its part \(name) unpacks to far more than an export has (limits: "
          + "\(SpreadsheetLimit.partSize / 1_000_000) MB, \(SpreadsheetLimit.ratio) times its packed "
          + "size, \(SpreadsheetLimit.totalSize / 1_000_000) MB in all)"
      )
    }
  }
#endif
