// The three functions that a page sees. They keep no state between calls: who asks owns both the request's
// memory and the response's.

/// Memory of `size` bytes for a request; null where `size` is not positive.
@c(beredning_alloc)
public func exportedAllocate(_ size: Int32) -> UnsafeMutableRawPointer? {
  size > 0 ? UnsafeMutableRawPointer.allocate(byteCount: Int(size), alignment: 8) : nil
}

/// Gives back memory that `beredning_alloc` or `beredning_run` gave.
@c(beredning_free)
public func exportedFree(_ memory: UnsafeMutableRawPointer?) {
  memory?.deallocate()
}

/// Answers the request of `size` bytes at `request`. The response is the caller's to free:
/// i32 status, u32 output length, u32 messages length, output, messages.
@c(beredning_run)
public func exportedRun(_ request: UnsafeRawPointer?, _ size: Int32) -> UnsafeMutableRawPointer {
  let bytes = UnsafeRawBufferPointer(start: request, count: request == nil ? 0 : Int(max(0, size)))
  return respond(toEncoded: Array(bytes)).encoded()
}
