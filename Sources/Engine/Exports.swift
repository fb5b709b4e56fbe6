import Diagnostics

// The functions that a page sees. They keep no state between calls: who asks owns the request's memory, the
// response's, and rules that were prepared.

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

/// Reads rules once, to be asked many times; null where they cannot be used. Released by `beredning_release`.
@c(beredning_prepare)
public func exportedPrepare(_ request: UnsafeRawPointer?, _ size: Int32) -> UnsafeMutableRawPointer? {
  let bytes = UnsafeRawBufferPointer(start: request, count: request == nil ? 0 : Int(max(0, size)))
  guard let request = try? Request(decoding: Array(bytes)), let rules = PreparedRules(request) else {
    return nil
  }
  return Unmanaged.passRetained(rules).toOpaque()
}

/// As `beredning_prepare`, for rules that were compiled elsewhere: an engine that exports this alone carries nothing
/// that reads YAML rules.
@c(beredning_prepare_compiled)
public func exportedPrepareCompiled(_ request: UnsafeRawPointer?, _ size: Int32) -> UnsafeMutableRawPointer? {
  let bytes = UnsafeRawBufferPointer(start: request, count: request == nil ? 0 : Int(max(0, size)))
  guard let request = try? Request(decoding: Array(bytes)), let rules = PreparedRules(compiled: request)
  else {
    return nil
  }
  return Unmanaged.passRetained(rules).toOpaque()
}

/// Answers the request by rules that `beredning_prepare` gave; with those that it could not give, status 2. Otherwise
/// as `beredning_run`.
@c(beredning_ask)
public func exportedAsk(
  _ rules: UnsafeMutableRawPointer?, _ request: UnsafeRawPointer?, _ size: Int32
) -> UnsafeMutableRawPointer {
  guard let rules else {
    return Refusal.wrongUse("no rules are prepared").response(.swedish).encoded()
  }
  let bytes = UnsafeRawBufferPointer(start: request, count: request == nil ? 0 : Int(max(0, size)))
  let prepared = Unmanaged<PreparedRules>.fromOpaque(rules).takeUnretainedValue()
  return respond(toEncoded: Array(bytes), by: prepared).encoded()
}

/// Gives back rules that `beredning_prepare` gave.
@c(beredning_release)
public func exportedRelease(_ rules: UnsafeMutableRawPointer?) {
  guard let rules else { return }
  Unmanaged<PreparedRules>.fromOpaque(rules).release()
}

/// Holds a round's files, none at first, with what is read and worked out of them, until `beredning_round_close`.
@c(beredning_round_open)
public func exportedRoundOpen() -> UnsafeMutableRawPointer { Unmanaged.passRetained(HeldRound()).toOpaque() }

/// Answers the request with the files that are held beside its own; `update` changes what is held. Otherwise as
/// `beredning_run`.
@c(beredning_round_ask)
public func exportedRoundAsk(
  _ round: UnsafeMutableRawPointer?, _ request: UnsafeRawPointer?, _ size: Int32
) -> UnsafeMutableRawPointer {
  let bytes = UnsafeRawBufferPointer(start: request, count: request == nil ? 0 : Int(max(0, size)))
  guard let round else { return respond(toEncoded: Array(bytes)).encoded() }
  let held = Unmanaged<HeldRound>.fromOpaque(round).takeUnretainedValue()
  return respond(toEncoded: Array(bytes), about: held).encoded()
}

/// Gives back what `beredning_round_open` gave.
@c(beredning_round_close)
public func exportedRoundClose(_ round: UnsafeMutableRawPointer?) {
  if let round { Unmanaged<HeldRound>.fromOpaque(round).release() }
}
