import CMalloc

/// Gives freed memory back to the system.
///
/// The allocator keeps what a thread freed for that thread. What reading and composing let go lies
/// idle while the workers that lay pages out take new memory: of a long plan that is as much again.
/// *Source:* `malloc_trim(3)`.
func releaseFreedMemory() {
  malloc_trim(0)
}
