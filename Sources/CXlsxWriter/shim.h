#pragma once
#include <sys/syscall.h>
#include <unistd.h>
#include <xlsxwriter.h>

/// A file in memory, closed on exec; -1 and errno on failure. The library writes to paths only, and
/// Swift cannot call the variadic syscall.
static inline int sazba_memory_file(void) {
  return (int)syscall(SYS_memfd_create, "sazba", 1u);
}
