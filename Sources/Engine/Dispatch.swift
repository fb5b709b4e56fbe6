import Diagnostics

/// Answers a request. The same request gives the same bytes, whatever was asked before.
public func respond(to request: Request) -> Response {
  do throws(Refusal) {
    return switch request.command {
    case "version": Response(status: 0, output: Array("{\"schema\":\"beredning/engine/1\"}\n".utf8))
    case "rank": try rank(request)
    case "explain": try explain(request)
    case "robustness": try robustness(request)
    case "frame": try frame(request)
    case "paper": try paper(request)
    case "page": try page(request)
    case "check": try check(request)
    case "desk": try desk(request)
    case "sheet": try sheet(request)
    case "texts": try texts(request)
    case "changes": try changes(request)
    case "improve": try improve(request)
    case "missing": try missing(request)
    case "assessors": try assessors(request)
    case "economy": try economy(request)
    default: throw .wrongUse("unknown command `\(request.command)`")
    }
  } catch {
    return error.response(request.language)
  }
}

/// Decodes a request and answers it.
public func respond(toEncoded bytes: [UInt8]) -> Response {
  do {
    return respond(to: try Request(decoding: bytes))
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
