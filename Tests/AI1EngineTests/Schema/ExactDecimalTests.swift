import AI1Core
import AI1Engine
import Testing

@Suite struct ExactDecimalTests {
    /// Xorshift, so that every run sees the same numbers.
    private struct Random {
        var state: UInt64
        mutating func next(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }
    }

    private func text(_ value: Int, places: Int) -> String {
        let digits = decimalText(Int64(value), places: places)
        return places % 2 == 0 ? digits : "\(value)e-\(places)"
    }

    @Test("bounds and multiples agree with integer arithmetic on scaled numbers")
    func agreesWithIntegers() throws {
        var random = Random(state: 0x5DEE_CE66)
        for _ in 0..<500 {
            let (value, bound) = (random.next(4_000) - 2_000, random.next(4_000) - 2_000)
            let divisor = random.next(60) + 1
            let (places, boundPlaces) = (random.next(4), random.next(4))
            let scaled = value * [1_000, 100, 10, 1][places]
            let scaledBound = bound * [1_000, 100, 10, 1][boundPlaces]
            let scaledDivisor = divisor * [1_000, 100, 10, 1][boundPlaces]
            let instance = JSONValue.number(try #require(JSONNumber(text(value, places: places))))
            func holds(_ keyword: String, _ limit: Int) throws -> Bool {
                let number = try #require(JSONNumber(text(limit, places: boundPlaces)))
                return try JSONSchemaCheck([keyword: .number(number)] as JSONValue).violations(in: instance).isEmpty
            }
            #expect(try holds("minimum", bound) == (scaled >= scaledBound))
            #expect(try holds("maximum", bound) == (scaled <= scaledBound))
            #expect(try holds("exclusiveMinimum", bound) == (scaled > scaledBound))
            #expect(try holds("exclusiveMaximum", bound) == (scaled < scaledBound))
            #expect(try holds("const", bound) == (scaled == scaledBound))
            #expect(try holds("multipleOf", divisor) == (scaled % scaledDivisor == 0))
        }
    }

    @Test("numbers of a million digits and absurd exponents are compared, not expanded")
    func absurdNumbers() throws {
        let check = try JSONSchemaCheck(try JSONParser.parse(#"{"maximum":1e1000000,"multipleOf":0.5}"#))
        let long = JSONValue.number(try #require(JSONNumber(String(repeating: "9", count: 1_000_000))))
        #expect(try check.violations(in: long).isEmpty)
        let huge = JSONValue.number(try #require(JSONNumber("1e999999999999999999999")))
        #expect(try check.violations(in: huge).count == 1)
        let tiny = JSONValue.number(try #require(JSONNumber("1e-999999999999999999999")))
        #expect(try check.violations(in: tiny).count == 1)
    }
}
