import PDFSyntax

/// Which object has which number: by rule, before anything is written.
struct ObjectPlan: Sendable {
  static let catalog = Reference(1)
  static let pageTree = Reference(2)
  static let information = Reference(3)
  static let metadata = Reference(4)
  static let colourProfile = Reference(5)
  static let structure = Reference(6)
  static let parentTree = Reference(7)
  static let outline = Reference(8)
  static let destinations = Reference(9)
  static let resources = Reference(10)

  /// How many entries a leaf of a number or name tree holds.
  static let leaf = 64
  /// The objects of one face: see `FacePart`.
  static let objectsPerFace = 7

  let pages, faces, pictures, pictureProfiles, annotations: Int
  let outlineItems, destinationLeaves, parentLeaves, elements: Int
  let last: Int

  init(
    pageCount: Int, faceCount: Int, annotationCount: Int, outlineCount: Int, destinationCount: Int,
    elementCount: Int, pictureCount: Int, pictureProfileCount: Int
  ) {
    func leaves(_ count: Int) -> Int { (count + ObjectPlan.leaf - 1) / ObjectPlan.leaf }
    pages = ObjectPlan.resources.number + 1
    faces = pages + 2 * pageCount
    pictures = faces + ObjectPlan.objectsPerFace * faceCount
    pictureProfiles = pictures + pictureCount
    annotations = pictureProfiles + pictureProfileCount
    outlineItems = annotations + annotationCount
    destinationLeaves = outlineItems + outlineCount
    parentLeaves = destinationLeaves + leaves(destinationCount)
    elements = parentLeaves + leaves(pageCount + annotationCount)
    last = elements + elementCount - 1
  }

  func page(_ index: Int) -> Reference { Reference(pages + 2 * index) }
  func content(_ index: Int) -> Reference { Reference(pages + 2 * index + 1) }
  func face(_ index: Int, _ part: FacePart) -> Reference {
    Reference(faces + ObjectPlan.objectsPerFace * index + part.rawValue)
  }
  func picture(_ index: Int) -> Reference { Reference(pictures + index) }
  func pictureProfile(_ index: Int) -> Reference { Reference(pictureProfiles + index) }
  func annotation(_ index: Int) -> Reference { Reference(annotations + index) }
  func outlineItem(_ index: Int) -> Reference { Reference(outlineItems + index) }
  func destinationLeaf(_ index: Int) -> Reference { Reference(destinationLeaves + index) }
  func parentLeaf(_ index: Int) -> Reference { Reference(parentLeaves + index) }
  func element(_ rank: Int) -> Reference { Reference(elements + rank) }
}

/// The objects that a face takes.
enum FacePart: Int, Sendable {
  case font, descendant, descriptor, program, unicode, glyphMap, encoding
}
