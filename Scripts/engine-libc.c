// What the engine needs of a C library beside, or instead of, Debian's wasi-libc.
#include <errno.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

// Debian compiles the 128-bit division of its wasm32 runtime with stack protection, but its C library has none
// of the two symbols that this needs. WebAssembly keeps return addresses out of reach by itself.
uintptr_t __stack_chk_guard = 0x5ca1ab1e;

_Noreturn void __stack_chk_fail(void) { __builtin_trap(); }

// Swift seeds its hash tables with this. No two runs may differ, so it gives zeros; the library's own asks the host,
// and brings all of fprintf for an assertion.
void arc4random_buf(void *buffer, size_t size) { memset(buffer, 0, size); }

enum { page = 65536, pages_at_a_time = 256 };

static uintptr_t grow(uintptr_t pages) { return __builtin_wasm_memory_grow(0, pages); }

// In the place of the library's sbrk, which grows memory by 64 kB at a time: a browser may collect all its garbage each
// time that memory grows, which took more than half of the time of reading a large round.
void *__wrap_sbrk(intptr_t increment) {
  static uintptr_t top, limit;
  if (limit == 0) top = limit = __builtin_wasm_memory_size(0) * page;
  uintptr_t size = (uintptr_t)increment, rest = limit - top;
  if (increment >= 0 && size > rest) {
    uintptr_t pages = (size - rest + page - 1) / page;
    if (pages < pages_at_a_time && grow(pages_at_a_time) != SIZE_MAX) {
      pages = pages_at_a_time;
    } else if (grow(pages) == SIZE_MAX) {
      increment = -1;
    }
    if (increment >= 0) limit += pages * page;
  }
  if (increment < 0) {
    errno = ENOMEM;
    return (void *)-1;
  }
  void *memory = (void *)top;
  top += size;
  return memory;
}
