import AI1Core
import Testing

@Suite("Hostile numbers")
struct HostileNumberTests {
    @Test(
        "an exponent at the ends of Int is no number, and no crash",
        arguments: ["1e-9223372036854775808", "1e9223372036854775807", "1e-401", "1e401", "1e99999999999999999999"])
    func exponents(text: String) {
        #expect(DecimalText.scaled(text, by: 0) == nil)
        #expect(DecimalText.scaled(text, by: 0, rounding: .up) == nil)
    }

    @Test("a member that is repeated very often takes its last value, in linear time")
    func repeatedMembers() throws {
        let distinct = (0..<60_000).map { "\"k\($0)\":1" }.joined(separator: ",")
        let repeated = (0..<60_000).map { "\"id\":\($0)" }.joined(separator: ",")
        let value = try JSONParser.parse("{\(distinct),\(repeated)}")
        #expect(value["id"] == 59_999)
        #expect(value.object?.members.count == 60_001)
    }

    @Test("a cool-down beyond any that a provider may ask for is not believed")
    func coolDowns() {
        let now = Timestamp(millisecondsSinceEpoch: 1_767_225_600_000)
        var health = TargetHealth()
        health.coolUntil = Timestamp(millisecondsSinceEpoch: 9_000_001_795_379_063_016)
        #expect(health.state(at: now) == .halfOpen)
        health.coolUntil = now.advanced(byMilliseconds: TargetHealth.longestCoolMilliseconds)
        guard case .cooling = health.state(at: now) else {
            Issue.record("a day is not believed")
            return
        }
        health = TargetHealth()
        health.missingSince = now.advanced(byMilliseconds: 1_000_000_000)
        #expect(health.state(at: now) == .healthy)
    }
}
