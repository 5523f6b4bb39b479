import Core
import Display
import PDFSyntax

/// Writes the root of the structure and the trees that lead from content to elements.
///
/// *Source:* ISO 32000-1 §14.7.2, §14.7.4.4 (finding elements from content).
struct TreeRoots {
  let structure: StructureTree
  let tree: KeptTree
  let plan: ObjectPlan
  let pages: [EncodedPage]
  let annotationOwners: [NodeID]

  func write(to batch: inout ObjectBatch) {
    // Names in order: those of cells sort before those of notes.
    var named: [(name: String, rank: Int)] = []
    for (rank, node) in tree.nodes.enumerated() where structure.elements[node.int].namesCells {
      named.append((ElementWriter.cellIdentifier(of: node), rank))
    }
    for (rank, node) in tree.nodes.enumerated() where structure.elements[node.int].type == .note {
      named.append((ElementWriter.identifier(of: node), rank))
    }
    batch.dictionary(ObjectPlan.structure) { root in
      root.name("Type", "StructTreeRoot")
      root.array("K") { array in
        for rank in tree.roots { array.reference(plan.element(Int(rank))) }
      }
      root.reference("ParentTree", ObjectPlan.parentTree)
      root.integer("ParentTreeNextKey", pages.count + annotationOwners.count)
      if let first = named.first, let last = named.last {
        root.dictionary("IDTree") { names in
          names.array("Kids") { kids in
            kids.dictionary { leaf in
              leaf.array("Limits") { limits in
                limits.text(first.name)
                limits.text(last.name)
              }
              leaf.array("Names") { pairs in
                for (name, rank) in named {
                  pairs.text(name)
                  pairs.reference(plan.element(rank))
                }
              }
            }
          }
        }
      }
    }
    let count = pages.count + annotationOwners.count
    let leaves = (count + ObjectPlan.leaf - 1) / ObjectPlan.leaf
    batch.dictionary(ObjectPlan.parentTree) { root in
      root.array("Kids") { kids in
        for leaf in 0..<leaves { kids.reference(plan.parentLeaf(leaf)) }
      }
    }
    for leaf in 0..<leaves {
      let keys = (leaf * ObjectPlan.leaf)..<min(count, (leaf + 1) * ObjectPlan.leaf)
      batch.dictionary(plan.parentLeaf(leaf)) { entries in
        entries.array("Limits") { limits in
          limits.integer(keys.lowerBound)
          limits.integer(keys.upperBound - 1)
        }
        entries.array("Nums") { nums in
          for key in keys {
            nums.breakLine()
            nums.integer(key)
            if key < pages.count {
              nums.array { array in
                for owner in pages[key].owners { element(of: owner, to: &array) }
              }
            } else {
              element(of: annotationOwners[key - pages.count], to: &nums)
            }
          }
        }
      }
    }
  }

  private func element(of node: NodeID, to array: inout ArrayWriter) {
    let rank = tree.ranks[node.int]
    if rank >= 0 { array.reference(plan.element(Int(rank))) } else { array.null() }
  }
}
