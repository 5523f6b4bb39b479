/// Writes the entries of one dictionary; lent to a closure, so it always ends.
package struct DictionaryWriter {
  var sink: Sink

  private mutating func key(_ key: StaticString) {
    sink.breakLine()
    key.withUTF8Buffer { sink.name($0) }
    if sink.isPretty { sink.bytes.append(0x20) }
  }

  /// An entry that is a name.
  package mutating func name(_ key: StaticString, _ value: String) {
    self.key(key)
    sink.name(value.utf8)
  }
  /// An entry that is a whole number.
  package mutating func integer(_ key: StaticString, _ value: Int) {
    self.key(key)
    sink.integer(value)
  }
  /// An entry that is a real number.
  package mutating func real(_ key: StaticString, _ value: Thousandths) {
    self.key(key)
    sink.real(value)
  }
  /// An entry that is true or false.
  package mutating func boolean(_ key: StaticString, _ value: Bool) {
    self.key(key)
    sink.boolean(value)
  }
  /// An entry that is null: a destination's free coordinate.
  package mutating func null(_ key: StaticString) {
    self.key(key)
    sink.null()
  }
  /// An entry that people read.
  package mutating func text(_ key: StaticString, _ value: String) {
    self.key(key)
    sink.text(value)
  }
  /// An entry that is a string of bytes.
  package mutating func string(_ key: StaticString, _ value: [UInt8]) {
    self.key(key)
    sink.string(value)
  }
  /// An entry that is another object.
  package mutating func reference(_ key: StaticString, _ value: Reference) {
    self.key(key)
    sink.reference(value)
  }
  /// An entry that is a dictionary.
  package mutating func dictionary(
    _ key: StaticString, _ body: (inout DictionaryWriter) -> Void
  ) {
    self.key(key)
    sink.dictionary(body)
  }
  /// An entry that is an array.
  package mutating func array(_ key: StaticString, _ body: (inout ArrayWriter) -> Void) {
    self.key(key)
    sink.array(body)
  }
  /// An entry that is an array, under a name made at run time: a resource.
  package mutating func array(named key: String, _ body: (inout ArrayWriter) -> Void) {
    sink.breakLine()
    sink.name(key.utf8)
    if sink.isPretty { sink.bytes.append(0x20) }
    sink.array(body)
  }
  /// An entry that is another object, under a name made at run time: a resource.
  package mutating func reference(named key: String, _ value: Reference) {
    sink.breakLine()
    sink.name(key.utf8)
    if sink.isPretty { sink.bytes.append(0x20) }
    sink.reference(value)
  }
}

/// Writes the elements of one array; lent to a closure, so it always ends.
package struct ArrayWriter {
  var sink: Sink

  /// An element that is a name.
  package mutating func name(_ value: String) { sink.name(value.utf8) }
  /// An element that is a whole number.
  package mutating func integer(_ value: Int) { sink.integer(value) }
  /// An element that is a real number.
  package mutating func real(_ value: Thousandths) { sink.real(value) }
  /// An element that is null.
  package mutating func null() { sink.null() }
  /// An element that people read.
  package mutating func text(_ value: String) { sink.text(value) }
  /// An element that is a string of bytes.
  package mutating func string(_ value: [UInt8]) { sink.string(value) }
  /// An element that is another object.
  package mutating func reference(_ value: Reference) { sink.reference(value) }
  /// An element that is a dictionary.
  package mutating func dictionary(_ body: (inout DictionaryWriter) -> Void) {
    sink.dictionary(body)
  }
  /// An element that is an array.
  package mutating func array(_ body: (inout ArrayWriter) -> Void) { sink.array(body) }
  /// Starts a new line in the pretty form; means nothing otherwise.
  package mutating func breakLine() { sink.breakLine() }
}
