import Glibc
import Synchronization

/// Runs independent work on all cores and gives the results in order, so that nothing depends on who was first.
enum SideBySide {
  /// `BEREDNING_THREADS` in the environment; else the number of cores.
  static let threads: Int = {
    if let text = getenv("BEREDNING_THREADS"), let count = Int(String(cString: text)),
      (1...64).contains(count)
    {
      return count
    }
    return max(1, min(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 16))
  }()

  /// Deeply nested files and expressions need more than the half megabyte that a thread is given otherwise.
  private static let stackBytes = 64 << 20

  static func map<Result: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) -> Result) -> [Result] {
    let workers = min(threads, count)
    if workers <= 1 { return (0..<count).map(body) }
    let slots = Slots<Result>(count)
    let next = Next()
    let job = Job { _ in
      while true {
        let index = next.take()
        if index >= count { return }
        slots.results[index] = body(index)
      }
    }
    var started: [pthread_t] = []
    var left: [Int] = []
    for worker in 1..<workers {
      if let thread = start(job, worker) { started.append(thread) } else { left.append(worker) }
    }
    job.run(0)
    for worker in left { job.run(worker) }
    for thread in started { pthread_join(thread, nil) }
    return slots.results.map { $0! }
  }

  private static func start(_ job: Job, _ worker: Int) -> pthread_t? {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stackBytes)
    let share = Unmanaged.passRetained(Share(job, worker))
    var thread = pthread_t()
    let code = pthread_create(
      &thread, &attributes,
      { argument in
        let share = Unmanaged<Share>.fromOpaque(argument!).takeRetainedValue()
        share.job.run(share.worker)
        return nil
      }, share.toOpaque())
    if code != 0 {
      share.release()
      return nil
    }
    return thread
  }

  /// Who is free takes the next.
  private final class Next: Sendable {
    private let index = Atomic(0)

    func take() -> Int { index.wrappingAdd(1, ordering: .relaxed).oldValue }
  }

  /// INVARIANT: each result is written once, by the worker that took its index, and they are read after all have been joined.
  private final class Slots<Result: Sendable>: @unchecked Sendable {
    let results: UnsafeMutableBufferPointer<Result?>

    init(_ count: Int) {
      results = .allocate(capacity: count)
      results.initialize(repeating: nil)
    }

    deinit {
      results.deinitialize()
      results.deallocate()
    }
  }

  private struct Job: Sendable {
    let run: @Sendable (Int) -> Void
    init(_ run: @escaping @Sendable (Int) -> Void) { self.run = run }
  }

  private final class Share: Sendable {
    let job: Job
    let worker: Int
    init(_ job: Job, _ worker: Int) {
      self.job = job
      self.worker = worker
    }
  }
}
