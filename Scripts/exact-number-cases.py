#!/usr/bin/env python3
"""Writes the reference cases of Tests/ExactNumbersTests/Fixtures from Python's decimal and fractions modules.

    python3 Scripts/exact-number-cases.py

The reference is independent of Beredning: decimal.Context with the parameters of decimal128 (34 digits, half to
even, exponents -6143..6144) for the decimals, fractions.Fraction for exact values, and 200 digits of working
precision, rounded once, for roots, logarithms and powers. Output is the same on every run.

One case a line, separated by tabs: operation, operands, expected. An expected word (divisionByZero, overflow,
invalid) is the error.
"""

import decimal
import pathlib
import random
from decimal import Decimal as D
from fractions import Fraction as F

FIXTURES = pathlib.Path(__file__).resolve().parent.parent / "Tests/ExactNumbersTests/Fixtures"
QUAD = decimal.Context(
    prec=34, rounding=decimal.ROUND_HALF_EVEN, Emin=-6143, Emax=6144, clamp=1,
    traps=[decimal.DivisionByZero, decimal.Overflow, decimal.InvalidOperation])
WIDE = decimal.Context(
    prec=200, rounding=decimal.ROUND_HALF_EVEN, Emin=-999999999, Emax=999999999,
    traps=[decimal.DivisionByZero, decimal.Overflow, decimal.InvalidOperation])
EXACT = decimal.Context(prec=20000, Emin=-999999999, Emax=999999999, traps=[decimal.Inexact])
MODES = {
    "down": decimal.ROUND_DOWN, "up": decimal.ROUND_UP, "halfUp": decimal.ROUND_HALF_UP,
    "halfDown": decimal.ROUND_HALF_DOWN, "halfEven": decimal.ROUND_HALF_EVEN,
    "floor": decimal.ROUND_FLOOR, "ceiling": decimal.ROUND_CEILING,
}
rnd = random.Random(34)


def coefficient(most=34):
    """Digits that like the edges: nines, zeros, fives and plain random ones."""
    count = rnd.choice([1, 2, 3, rnd.randint(1, most), rnd.randint(1, most), most])
    count = min(count, most)
    kind = rnd.randrange(8)
    if kind == 0:
        return 10**count - 1 - rnd.choice([0, 0, 1, 5])
    if kind == 1:
        return 10**(count - 1) + rnd.choice([0, 0, 1, 5])
    if kind == 2:
        return 5 * 10**(count - 1)
    return rnd.randint(0 if kind == 3 else 10**(count - 1), 10**count - 1)


def number(spread=None, most=34):
    value = max(coefficient(most), 0)
    if spread is None:
        spread = rnd.choice([0, 5, 20, 40, 80, 6000])
    exponent = rnd.randint(-spread, spread)
    text = f"{value}E{exponent}"
    if spread <= 20 and exponent <= 0 and rnd.random() < 0.7:
        text = format(D(text), "f")
    if rnd.random() < 0.4:
        text = "-" + text
    return QUAD.create_decimal(text) if D(text).adjusted() <= 6144 else D(1)


def written(value):
    value = D(value)
    return "0" if value.is_zero() else str(value).replace("E+-", "E-")


def outcome(compute):
    try:
        return written(compute())
    except decimal.Overflow:
        return "overflow"
    except (decimal.DivisionByZero, ZeroDivisionError):
        return "divisionByZero"
    except decimal.InvalidOperation:
        return "invalid"


def divided(a, b):
    if b.is_zero():
        raise ZeroDivisionError
    return QUAD.divide(a, b)


def modulo(a, b):
    if b.is_zero():
        raise ZeroDivisionError
    fa, fb = F(a), F(b)
    exact = fa - fb * (fa // fb)
    # Finite decimals stay finite: scale to an integer, then round once.
    places = max(0, -a.as_tuple().exponent, -b.as_tuple().exponent)
    scaled = exact * 10**places
    assert scaled.denominator == 1
    return QUAD.plus(EXACT.create_decimal(scaled.numerator).scaleb(-places, EXACT))


def power(a, b):
    if b.is_zero():
        return D(1)
    if a.is_zero():
        if b < 0:
            raise ZeroDivisionError
        return D(0)
    if abs(a) == 1 and b == b.to_integral_value():
        return D(-1) if a < 0 and EXACT.remainder(b.to_integral_value(), D(2)) != 0 else D(1)
    if a < 0 and b != b.to_integral_value():
        raise decimal.InvalidOperation
    # A huge exponent would only be slow: the direction is known.
    if b.adjusted() > 45:
        if (abs(a) > 1) == (b > 0):
            raise decimal.Overflow
        return D(0)
    negative = a < 0 and EXACT.remainder(b.to_integral_value(), D(2)) != 0
    result = QUAD.plus(WIDE.power(abs(a), b))
    return -result if negative else result


def canonical(value):
    """The text of a decimal as Decimal.text documents it, derived from digits and exponent."""
    if value.is_zero():
        return "0"
    sign, digits, exponent = value.as_tuple()
    digits = "".join(map(str, digits)).lstrip("0")
    while digits.endswith("0"):
        digits, exponent = digits[:-1], exponent + 1
    adjusted = exponent + len(digits) - 1
    if -34 <= adjusted < 34:
        text = format(D((0, tuple(map(int, digits)), exponent)), "f")
    else:
        text = digits[0] + ("." + digits[1:] if len(digits) > 1 else "") + "E" + f"{adjusted:+d}"
    return ("-" if sign else "") + text


def decimals():
    rows = []

    def binary(name, compute, pairs):
        for a, b in pairs:
            rows.append((name, written(a), written(b), outcome(lambda: compute(a, b))))

    def pairs(count, spread=None):
        return [(number(spread), number(spread)) for _ in range(count)]

    def near(count):
        """Pairs of about the same size, where sums cancel and quotients lie near 1."""
        result = []
        for _ in range(count):
            a = number(20)
            result.append((a, QUAD.plus(a * rnd.choice([1, -1]) + D(rnd.randint(-3, 3)).scaleb(rnd.randint(-40, 5)))))
        return result

    binary("add", QUAD.add, pairs(300) + near(60))
    binary("subtract", QUAD.subtract, pairs(200) + near(60))
    binary("multiply", QUAD.multiply, pairs(300))
    binary("divide", divided, pairs(350) + near(40))
    binary("modulo", modulo, pairs(150, 30) + [(number(300), number(300)) for _ in range(40)])
    small = [(number(3, 8), D(rnd.randint(-40, 400))) for _ in range(120)]
    fractions = [(abs(number(3, 10)), number(2, 4)) for _ in range(120)]
    edges = [(D(a), D(b)) for a, b in [
        ("2", "0.5"), ("10", "-5"), ("0", "0"), ("0", "-1"), ("0", "3"), ("-2", "3"), ("-2", "-2"), ("-2", "0.5"),
        ("1.0375", "-360"), ("1.003125", "-360"), ("4", "0.5"), ("8E+3", "0.1"), ("0.00032", "0.2"),
        (str(2**98), "-0.5"), (str(5**48 - 1), "2"), ("1.000000000000000000000000000000001", "1E+34"),
        ("0.9999999999999999999999999999999999", "1E+36"), ("1.1", "1E+6"), ("0.9", "1E+6"), ("10", "6144"),
        ("10", "6145"), ("10", "-6176"), ("10", "-6177"), ("2", "20465"), ("2", "20411"), ("2", "-20516"),
        ("7", "1E-50"), ("7", "1E-30"), ("1E+3000", "2"), ("1E-3000", "2.01"), ("3", "1E+100"), ("3", "-1E+100"),
        ("-1", "1E+40"), ("-1", "3"), ("-3", "1E+3"), ("1", "1E+6000"), ("5", "2.55"), ("1E-6176", "0.5"),
    ]]
    binary("power", power, small + fractions + edges)

    for name, compute, count in (("squareRoot", WIDE.sqrt, 250), ("exponential", WIDE.exp, 200), ("naturalLogarithm", WIDE.ln, 200)):
        values = []
        for _ in range(count):
            if name == "exponential":
                values.append(number(4, 30) if rnd.random() < 0.8 else number(40))
            elif name == "naturalLogarithm" and rnd.random() < 0.3:
                values.append(QUAD.plus(1 + D(rnd.randint(-99, 99)).scaleb(rnd.randint(-34, -3))))
            else:
                values.append(abs(number()))
        values += [D(v) for v in ["0", "1", "2", "10", "-1", "0.1", "1E-6176", "9.999999999999999999999999999999999E+6144"]]
        values += [D(v) for v in ["14149", "14150", "-14160", "-14210", "-14220", "-14221", "1E-34", "1E-41", "-3E+5"]]
        for value in values:
            def compute_one(value=value):
                if name == "naturalLogarithm" and value <= 0:
                    raise decimal.InvalidOperation
                # decimal's own exp is slow, and overflows late, for large arguments.
                if name == "exponential" and value > 20000:
                    raise decimal.Overflow
                if name == "exponential" and value < -20000:
                    return D(0)
                return QUAD.plus(compute(value))
            rows.append((name, written(value), "", outcome(compute_one)))

    for _ in range(60):  # squares of up to 17 digits have exact roots
        root = coefficient(17)
        rows.append(("squareRoot", written(D(root) * root), "", str(root)))

    for mode, rounding in MODES.items():
        for _ in range(60):
            value, scale = number(rnd.choice([3, 20, 40])), rnd.randint(-12, 40)
            ctx = decimal.Context(prec=400, Emin=-999999, Emax=999999)
            result = value
            if value.as_tuple().exponent < -scale:
                result = value.quantize(D(1).scaleb(-scale), rounding=rounding, context=ctx)
            rows.append((f"round {mode}", written(value), str(scale), written(result)))

    for _ in range(200):
        a, b = rnd.choice([pairs(1), near(1)])[0]
        rows.append(("compare", written(a), written(b), str((a > b) - (a < b))))
    for _ in range(200):
        value = number()
        rows.append(("text", written(value), "", canonical(value)))
    # Literals longer than 34 digits are rounded once.
    for _ in range(150):
        digits = str(rnd.randint(1, 9)) + "".join(rnd.choice("0000599") for _ in range(rnd.randint(33, 60)))
        place = rnd.randint(0, len(digits))
        text = rnd.choice(["", "-"]) + digits[:place] + ("." + digits[place:] if place < len(digits) else "")
        rows.append(("read", text, "", outcome(lambda: QUAD.create_decimal(text))))
    return rows


# Quotients at which Knuth's Algorithm D on 64-bit limbs estimates a digit one too large and must add back: about
# one in 2^64 of all, found by a search among limbs of extreme values. Limbs, least significant first.
ONES, TOP = 2**64 - 1, 2**63
ADD_BACK = [
    ([ONES, ONES, TOP + 1, 3857047929274205464, 0, TOP], [ONES, ONES - 1, 0, TOP]),
    ([TOP + 1, ONES - 1, ONES, ONES], [ONES, ONES - 1, ONES, ONES]),
    ([1, TOP - 1, 0, ONES, ONES], [TOP - 1, 1, ONES, ONES]),
    ([ONES - 1, 15783892967492760847, TOP + 1, ONES - 1, ONES - 1], [TOP, TOP, TOP]),
    ([0, ONES - 1, 0, 0, ONES - 1, ONES], [TOP, 0, TOP + 1]),
]


def limbs(parts):
    return sum(part << (64 * index) for index, part in enumerate(parts))


def extreme(most):
    """A number whose 64-bit limbs are mostly all zeros, all ones or a single bit."""
    return limbs(rnd.choice([0, 1, ONES, ONES - 1, TOP, TOP - 1, TOP + 1, rnd.getrandbits(64)])
                 for _ in range(rnd.randint(1, most)))


def fraction(bits):
    top = rnd.getrandbits(rnd.randint(1, bits)) * rnd.choice([1, -1])
    bottom = rnd.choice([1, rnd.getrandbits(rnd.randint(1, bits)) or 1, 10**rnd.randint(0, bits * 3 // 10)])
    return F(top, bottom)


def rationals():
    rows = []
    sizes = [8, 20, 62, 64, 66, 130, 400]
    operations = {
        "add": lambda a, b: a + b, "subtract": lambda a, b: a - b, "multiply": lambda a, b: a * b,
        "divide": lambda a, b: a / b,
    }
    for name, compute in operations.items():
        for _ in range(150):
            a, b = fraction(rnd.choice(sizes)), fraction(rnd.choice(sizes))
            if rnd.random() < 0.3 and a:  # a shared factor, to be divided out
                b = b * a.denominator * F(1, rnd.randint(1, 9))
            try:
                expected = str(compute(a, b))
            except ZeroDivisionError:
                expected = "divisionByZero"
            rows.append((name, str(a), str(b), expected))
    dividends = [(limbs(top), limbs(bottom)) for top, bottom in ADD_BACK]
    dividends += [(extreme(6), extreme(4)) for _ in range(100)]
    for top, bottom in dividends:
        if top and bottom:
            rows.append(("divide", str(top), str(bottom), str(F(top, bottom))))
            rows.append(("round down", f"{top}/{bottom}", "0", str(top // bottom)))
    for _ in range(10):  # thousands of bits
        a, b = fraction(3900), fraction(3900)
        rows.append(("add", str(a), str(b), str(a + b)))
        rows.append(("multiply", str(a), str(b), str(a * b)))
    for _ in range(150):
        a = fraction(rnd.choice(sizes))
        b = rnd.choice([fraction(rnd.choice(sizes)), a + F(1, rnd.getrandbits(60) + 1), a])
        rows.append(("compare", str(a), str(b), str((a > b) - (a < b))))
    for mode, rounding in MODES.items():
        for _ in range(40):
            a, scale = fraction(rnd.choice(sizes)), rnd.randint(0, 30)
            if rnd.random() < 0.4:  # exactly half way
                a = F(2 * rnd.randint(-10**6, 10**6) + 1, 2 * 10**scale)
            units = a * 10**scale
            below = units.numerator // units.denominator
            rest = units - below
            odd = below % 2 == 1
            up = {
                "floor": False, "ceiling": rest > 0, "down": rest > 0 and a < 0, "up": rest > 0 and a > 0,
                "halfUp": rest > F(1, 2) or (rest == F(1, 2) and a > 0),
                "halfDown": rest > F(1, 2) or (rest == F(1, 2) and a < 0),
                "halfEven": rest > F(1, 2) or (rest == F(1, 2) and odd),
            }[mode]
            rounded = below + up
            digits = str(abs(rounded)).rjust(scale + 1, "0")
            text = ("-" if rounded < 0 else "") + (digits[:-scale] + "." + digits[-scale:] if scale else digits)
            rows.append((f"round {mode}", str(a), str(scale), text))
    for _ in range(150):
        a = fraction(rnd.choice(sizes))
        rows.append(("decimal", str(a), "", written(QUAD.divide(D(a.numerator), D(a.denominator))
                     if max(abs(a.numerator), a.denominator) < 10**34 else
                     QUAD.plus(decimal.Context(prec=2000).divide(D(a.numerator), D(a.denominator))))))
        rows.append(("double", str(a), "", float(a).hex()))
    return rows


def save(name, rows):
    FIXTURES.mkdir(parents=True, exist_ok=True)
    lines = ["# written by Scripts/exact-number-cases.py, from Python's decimal and fractions"]
    lines += ["\t".join(row) for row in rows]
    (FIXTURES / name).write_text("\n".join(lines) + "\n", encoding="ascii")
    print(f"{len(rows)} cases in {name}")


decimal.setcontext(decimal.Context(prec=1000, Emin=-999999999, Emax=999999999))
if __name__ == "__main__":
    save("decimal.tsv", decimals())
    save("rational.tsv", rationals())
