import ExactNumbers
import FEEL
import Testing

@Suite("Names with blanks and signs in them")
struct NameTests {
  private let names: NameTable = {
    var names = NameTable.standard
    for name in ["Monthly Salary", "a-b", "Monthly", "antal & bidrag", "år 1", "x"] { names.insert(name) }
    return names
  }()

  @Test(
    arguments: [
      ("Monthly Salary * 12", "(* ‹Monthly Salary› 12)"),
      ("Monthly   Salary", "‹Monthly Salary›"),
      ("Monthly", "Monthly"),
      ("a-b", "‹a-b›"),
      ("a - b", "(- a b)"),
      ("år 1", "‹år 1›"),
      ("x.Monthly Salary", "(. x Monthly Salary)"),
      ("date and time(x)", "(call ‹date and time› x)"),
      ("x.time offset", "(. x time offset)"),
    ])
  func known(text: String, expected: String) throws {
    #expect(shape(try parseExpression(text, names: names)) == expected)
  }

  @Test("a name is known from where the expression introduces it")
  func introduced() throws {
    #expect(
      shape(try parseExpression("for min del in y return min del + 1")) == "(for min del=y (+ ‹min del› 1))")
    #expect(shape(try parseExpression("{a b: 1, c: a b}.a b")) == "(. {a b: 1, c: ‹a b›} a b)")
    #expect(shape(try parseExpression("function(en sak) en sak")) == "(function en sak ‹en sak›)")
    #expect(throws: SyntaxError.self) { try parseExpression("[{a b: 1}, a b]") }
  }

  @Test("the entries of the items are known inside a filter")
  func filters() throws {
    #expect(
      shape(try parseExpression("[{en sak: 1}][en sak > 0]")) == "(filter (list {en sak: 1}) (> ‹en sak› 0))")
  }

  @Test("å as one character and as a with a ring are the same name")
  func canonicalEquivalence() throws {
    let names = NameTable(["a\u{30A}r tva\u{30A}"])
    #expect(shape(try parseExpression("år två + 1", names: names)) == "(+ ‹år två› 1)")
    #expect(try feel("a\u{30A}r", [("år", .number(3))]) == "3")
  }

  @Test("names come from contexts and types, however deep")
  func collected() throws {
    var names = NameTable()
    names.insert(namesIn: Context([("a", .list([.context(Context([("en sak", .null)]))]))]))
    names.insert(namesIn: .list(.context([.init(name: "en annan", type: .any)])))
    #expect(shape(try parseExpression("a.en sak.en annan", names: names)) == "(. (. a en sak) en annan)")
  }
}
