/// A position in a flat array of `Element`s: an index of glyphs cannot address runs.
public struct Index<Element>: Hashable, Comparable {
  /// The position, from 0.
  public let raw: UInt32
  /// Makes the index of position `raw`.
  @inlinable public init(_ raw: UInt32) { self.raw = raw }
  /// Makes the index of position `position`; traps when it does not fit in 32 bits.
  @inlinable public init(_ position: Int) { self.raw = UInt32(position) }
  /// The position for subscripting a plain array.
  @inlinable public var int: Int { Int(raw) }
  /// Whether both are the same position.
  @inlinable public static func == (a: Index, b: Index) -> Bool { a.raw == b.raw }
  /// Whether one comes earlier.
  @inlinable public static func < (a: Index, b: Index) -> Bool { a.raw < b.raw }
}

// The element type only brands the index; no value of it is stored.
extension Index: Sendable {}
extension Index: CustomStringConvertible {
  /// The position in decimal.
  public var description: String { String(raw) }
}

/// The brand of `NodeID`.
public enum NodeBrand {}
/// A node of the document, and the structure element of the same number in the PDF.
public typealias NodeID = Index<NodeBrand>

/// The brand of `FaceID`.
public enum FaceBrand {}
/// A face (one font file) of the font book.
public typealias FaceID = Index<FaceBrand>

/// The brand of `AnchorID`.
public enum AnchorBrand {}
/// A place that references, contents and bookmarks point to.
public typealias AnchorID = Index<AnchorBrand>
