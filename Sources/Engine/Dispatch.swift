import Diagnostics

/// Answers a request. The same request gives the same bytes, whatever was asked before.
public func respond(to request: Request) -> Response { respond(to: request, about: HeldRound()) }

/// Answers a request with the files that are held beside its own.
public func respond(to request: Request, about held: HeldRound) -> Response {
  do throws(Refusal) {
    let whole = held.completing(request)
    return switch request.command {
    case "version": Response(status: 0, output: Array("{\"schema\":\"beredning/engine/1\"}\n".utf8))
    case "update": try held.update(request)
    case "rank": try rank(whole, held)
    case "explain": try explain(whole, held)
    case "robustness": try robustness(whole, held)
    case "frame": try frame(whole, held)
    case "paper": try paper(whole, held)
    case "page": try page(whole, held)
    case "check": try check(whole)
    case "desk": try desk(whole, held)
    case "sheet": try sheet(whole, held)
    case "texts": try texts(whole)
    case "changes": try changes(whole, held)
    case "improve": try improve(whole, held)
    case "missing": try missing(whole, held)
    case "assessors": try assessors(whole, held)
    case "economy": try economy(whole, held)
    default: throw .wrongUse("unknown command `\(request.command)`")
    }
  } catch {
    return error.response(request.language)
  }
}

/// Decodes a request and answers it.
public func respond(toEncoded bytes: [UInt8], about held: HeldRound = HeldRound()) -> Response {
  do {
    return respond(to: try Request(decoding: bytes), about: held)
  } catch {
    return Refusal.wrongUse(error.message).response(.swedish)
  }
}

extension RequestError {
  var message: String {
    switch self {
    case .unknownProtocol: "not a request of protocol `BRQ1`"
    case .truncated(let offset): "the request ends before what byte \(offset) promises"
    case .invalidText(let offset): "the text at byte \(offset) is not UTF-8"
    case .trailingBytes(let offset): "bytes follow the request at byte \(offset)"
    }
  }
}
