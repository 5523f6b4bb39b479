/// A position in a flat array of `Element`s: an index of glyphs cannot address runs.
package struct Index<Element>: Hashable, Comparable {
  /// The position, from 0.
  package let raw: UInt32
  /// Makes the index of position `raw`.
  @inlinable package init(_ raw: UInt32) { self.raw = raw }
  /// Makes the index of position `position`; traps when it does not fit in 32 bits.
  @inlinable package init(_ position: Int) { self.raw = UInt32(position) }
  /// The position for subscripting a plain array.
  @inlinable package var int: Int { Int(raw) }
  @inlinable package static func < (a: Index, b: Index) -> Bool { a.raw < b.raw }
}

// The element type only brands the index; no value of it is stored.
extension Index: Sendable {}
extension Index: CustomStringConvertible {
  /// The position in decimal.
  package var description: String { String(raw) }
}

/// The brand of `NodeID`.
package enum NodeBrand {}
/// A node of the document, and the structure element of the same number in the PDF.
package typealias NodeID = Index<NodeBrand>

/// The brand of `FaceID`.
package enum FaceBrand {}
/// A face (one font file) of the font book.
package typealias FaceID = Index<FaceBrand>

/// The brand of `AnchorID`.
package enum AnchorBrand {}
/// A place that references, contents and bookmarks point to.
package typealias AnchorID = Index<AnchorBrand>
