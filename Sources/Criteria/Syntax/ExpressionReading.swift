import Diagnostics
import FEEL
import YAMLSource

/// The names and functions that an expression may use.
///
/// INVARIANT: the names are single words (`isFieldName`), so that the parser needs to know none of them.
struct ExpressionScope {
  var members: [FeelType.Member]
  var host: HostSignatures

  init(members: [FeelType.Member], host: HostSignatures = .none) {
    self.members = members
    self.host = host
  }

  /// The scope with another name in front, which hides one that is called the same.
  func adding(_ member: FeelType.Member) -> ExpressionScope {
    var scope = self
    scope.members.removeAll { $0.name == member.name }
    scope.members.insert(member, at: 0)
    return scope
  }
}

/// A scalar that stands for an expression: its text and where each byte of it stands in the file.
struct ExpressionText {
  var text: String
  var span: Span
  var positions: OffsetMap

  func span(of range: TextRange) -> Span {
    Span(
      source: span.source, start: positions.position(at: range.start) ?? span.start,
      end: positions.position(at: range.end) ?? span.end)
  }
}

struct CheckedExpression {
  var compiled: Compiled
  var references: [FieldReference]
  var hasErrors: Bool
}

extension FileReader {
  /// The expression at a key; nil where something is wrong with it, or where it is absent.
  mutating func expression(
    _ mapping: Mapping, _ key: String, expecting: FeelType?, _ scope: ExpressionScope
  ) -> Compiled? {
    guard let node = mapping[key] else { return nil }
    return expression(node, key, in: mapping.node, expecting: expecting, scope)
  }

  mutating func requiredExpression(
    _ mapping: Mapping, _ key: String, expecting: FeelType?, _ scope: ExpressionScope
  ) -> Compiled? {
    guard let node = required(mapping, key) else { return nil }
    return expression(node, key, in: mapping.node, expecting: expecting, scope)
  }

  /// A whole scalar as an expression of the type that is expected; nil where something is wrong with it.
  mutating func expression(
    _ node: YAMLNode, _ key: String?, in parent: YAMLNode, expecting: FeelType?, _ scope: ExpressionScope
  ) -> Compiled? {
    guard let written = expressionText(node, key, in: parent), let parsed = parsed(written) else {
      return nil
    }
    let checked = checked(parsed, written, expecting: expecting, scope)
    return checked.hasErrors ? nil : checked.compiled
  }

  mutating func parsed(_ written: ExpressionText) -> Expression? {
    do {
      return try parseExpression(written.text)
    } catch {
      report(error, written)
      return nil
    }
  }

  mutating func checked(
    _ expression: Expression, _ written: ExpressionText, expecting: FeelType?, _ scope: ExpressionScope,
    subject: FeelType? = nil
  ) -> CheckedExpression {
    let result = Checker(scope: scope.members, host: scope.host).check(
      expression, expecting: expecting, subject: subject)
    report(result.problems, written)
    var reads: [[String]] = []
    for field in result.fields where !reads.contains(field.path) { reads.append(field.path) }
    let compiled = Compiled(
      text: written.text, expression: expression, type: result.type, reads: reads, span: written.span,
      positions: written.positions)
    return CheckedExpression(compiled: compiled, references: result.fields, hasErrors: result.hasErrors)
  }

  mutating func report(_ error: SyntaxError, _ written: ExpressionText) {
    findings.add(
      Finding(
        syntaxErrorCode, at: written.span(of: error.range), error.message(), hints: error.hints,
        related: error.related.map { .init(span: written.span(of: $0.range), message: $0.message) }))
  }

  mutating func report(_ problems: [TypeProblem], _ written: ExpressionText) {
    for problem in problems {
      findings.add(
        Finding(
          problem.code, problem.severity, at: written.span(of: problem.range), problem.message,
          hints: problem.hints))
    }
  }
}

/// A text that is not FEEL.
private let syntaxErrorCode = Code("E", 101)
