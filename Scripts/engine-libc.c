// What the engine needs of a C library beside, or instead of, Debian's wasi-libc.
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
