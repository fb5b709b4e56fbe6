import Diagnostics
import FEEL
import TestSupport
import Testing

@Suite("What an expression is read as")
struct ParserTests {
  @Test(
    "operators by how tightly they bind",
    arguments: [
      ("1 + 2 * 3", "(+ 1 (* 2 3))"),
      ("(1 + 2) * 3", "(* (+ 1 2) 3)"),
      ("10 - 4 - 3", "(- (- 10 4) 3)"),
      ("2 ** 3 ** 2", "(** (** 2 3) 2)"),
      // The sign binds tighter than the power, as the standard's test suite has it.
      ("-5 ** 2", "(** (- 5) 2)"),
      ("2 ** -1", "(** 2 (- 1))"),
      ("a or b and c", "(or a (and b c))"),
      ("a = 1 and b < 2", "(and (= a 1) (< b 2))"),
      ("a + 1 >= b * 2", "(>= (+ a 1) (* b 2))"),
      ("x between 1 and 2 and y", "(and (between x 1 2) y)"),
      ("-x instance of number", "(- (instance x number))"),
      ("if a then b else c or d", "(if a b (or c d))"),
      ("1 + if a then 2 else 3", "(+ 1 (if a 2 3))"),
      (".5 + 1e3", "(+ 0.5 1000)"),
    ])
  func operators(text: String, expected: String) throws {
    #expect(shape(try parseExpression(text)) == expected)
  }

  @Test(
    "paths, filters, calls",
    arguments: [
      ("a.b.c", "(. (. a b) c)"),
      ("a[b = 1].c", "(. (filter a (= b 1)) c)"),
      ("f(1, x)[1]", "(filter (call f 1 x) 1)"),
      ("f(a: 1, b: 2)", "(call f a: 1 b: 2)"),
      ("string join(list: x, delimiter: \", \")", "(call ‹string join› list: x delimiter: ', ')"),
      ("substring(string: s, start position: 2)", "(call substring string: s start position: 2)"),
      ("a.if", "(. a if)"),
      ("f()(2)", "(call (call f) 2)"),
    ])
  func postfix(text: String, expected: String) throws {
    #expect(shape(try parseExpression(text)) == expected)
  }

  @Test(
    "ranges and lists",
    arguments: [
      ("[1..5]", "[1..5]"), ("(1..5)", "(1..5)"), ("]1..5[", "(1..5)"), ("[1..5[", "[1..5)"),
      ("(a + 1..b]", "((+ a 1)..b]"),
      ("]18..21[ = [18..21[", "(= (18..21) [18..21))"),
      ("[1..x[1]]", "[1..(filter x 1)]"),
      ("[[2..4], [1..3]]", "(list [2..4] [1..3])"),
      ("[]", "(list)"), ("[1, [2]]", "(list 1 (list 2))"),
      ("< 5", "(..5)"), (">= 5", "[5..)"), ("= 5", "[5..5]"),
    ])
  func ranges(text: String, expected: String) throws {
    #expect(shape(try parseExpression(text)) == expected)
  }

  @Test(
    "what follows `in`",
    arguments: [
      ("x in [1..5]", "(in x [1..5])"),
      ("x in (1..5)", "(in x (1..5))"),
      ("x in ]1..5[", "(in x (1..5))"),
      ("x in (1, < 5, ]2..3[)", "(in x 1 <5 (2..3))"),
      ("x in (\"a\", \"b\") and y", "(and (in x 'a' 'b') y)"),
      ("x in <= 5", "(in x <=5)"),
      ("x in !=5", "(in x !=5)"),
      ("x in (!=5)", "(in x !=5)"),
      ("x in (a)", "(in x a)"),
      ("x in (a) + b", "(in x (+ a b))"),
      ("x in (a)[item > 2]", "(in x (filter a (> item 2)))"),
      ("x in y and z", "(and (in x y) z)"),
    ])
  func tests(text: String, expected: String) throws {
    #expect(shape(try parseExpression(text)) == expected)
  }

  @Test(
    "loops, conditions, functions, contexts",
    arguments: [
      ("for x in 1..3, y in x return x + y", "(for x=[1..3] y=x (+ x y))"),
      ("some x in a, y in b satisfies x = y", "(some x=a y=b (= x y))"),
      ("every o in a satisfies o.b and c", "(every o=a (and (. o b) c))"),
      ("if a then b else if c then d else e", "(if a b (if c d e))"),
      ("function(a: number, b) a + b", "(function a:number b (+ a b))"),
      ("{a: 1, \"b c\": a + 1}", "{a: 1, b c: (+ a 1)}"),
      ("{}", "{}"),
      ("@\"2026-08-01\"", "@'2026-08-01'"),
      (
        "a instance of list<context<b: number, c d: string>>",
        "(instance a list<context<b: number, c d: string>>)"
      ),
      (
        "a instance of function<number, Any>->date and time",
        "(instance a function<number, Any>->date and time)"
      ),
      ("a instance of range<years and months duration>", "(instance a range<years and months duration>)"),
    ])
  func structures(text: String, expected: String) throws {
    #expect(shape(try parseExpression(text)) == expected)
  }

  @Test(
    "strings and their escapes",
    arguments: [
      (#""a\"b\\c""#, "'a\"b\\c'"),
      (#""\u00e5\U01F40E""#, "'å🐎'"),
      (#""\ud83d\udc0e""#, "'🐎'"),
      (#""\s+""#, #"'\s+'"#),
      (#""a\tb""#, "'a\tb'"),
    ])
  func strings(text: String, expected: String) throws {
    #expect(shape(try parseExpression(text)) == expected)
  }

  @Test func commentsAreBlanks() throws {
    #expect(shape(try parseExpression("1 /* ett + */ + // till slutet\n 2")) == "(+ 1 2)")
  }

  @Test(
    "cells of decision tables",
    arguments: [
      ("-", "-"), ("\"a\", \"b\"", "'a', 'b'"), ("not(< 5, [7..9])", "not(<5, [7..9])"),
      ("? > 2 and ? < 4", "(and (> ? 2) (< ? 4))"), (">= 10, 3", ">=10, 3"), ("-5", "(- 5)"),
      ("not(a) and b", "(and (call not a) b)"),
    ])
  func cells(text: String, expected: String) throws {
    #expect(shape(try parseUnaryTests(text)) == expected)
  }

  @Test("every node knows where it stands")
  func positions() throws {
    let marked: Marked = "1️⃣å.ö2️⃣ = 3️⃣\"ja\"4️⃣"
    let expression = try parseExpression(marked.text)
    guard case .comparison(_, let left, let right) = expression.node, case .path(_, let name) = left.node
    else {
      Issue.record("\(shape(expression))")
      return
    }
    #expect(expression.range == TextRange(marked.offset(1), marked.offset(4)))
    #expect(left.range == TextRange(marked.offset(1), marked.offset(2)))
    #expect(right.range == TextRange(marked.offset(3), marked.offset(4)))
    // å and the dot take three bytes.
    #expect(name.range == TextRange(3, marked.offset(2)))
  }

  @Test("parentheses belong to what they are around")
  func parenthesesBelong() throws {
    let marked: Marked = "1️⃣(a + b)2️⃣ * c"
    guard case .arithmetic(_, let left, _) = try parseExpression(marked.text).node else {
      Issue.record("not a product")
      return
    }
    #expect(left.range == TextRange(marked.offset(1), marked.offset(2)))
  }
}
