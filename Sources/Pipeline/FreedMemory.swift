import CMalloc

/// Gives freed memory back to the system.
///
/// The allocator keeps what a thread freed for that thread. What reading and composing let go lies
/// idle while the workers that lay pages out take new memory: of a long plan that is as much again.
/// *Source:* `malloc_trim(3)`.
func releaseFreedMemory() {
  malloc_trim(0)
}

/// Lets every larger array go back to the system as soon as it is freed.
///
/// Left to itself the allocator raises its threshold with the arrays it sees, and keeps the holes
/// they leave between what stays: five megabytes of 300 pages.
/// *Source:* `mallopt(3)`.
package func returnLargeArrays() {
  mallopt(M_MMAP_THRESHOLD, 1 << 18)
}
