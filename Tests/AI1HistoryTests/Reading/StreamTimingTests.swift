import AI1History
import AI1TestSupport
import Testing

@Suite struct StreamTimingTests {
    @Test("the parts of an answer are the answer, with the time that it took", arguments: [1, 2, 2_047, 2_048, 9_999])
    func parts(count: Int) {
        let random = SeededRandom(seed: UInt64(count))
        var timing = StreamTiming()
        var answer: [UInt8] = []
        for number in 0..<count {
            let piece = (0..<(1 + random.next() % 5)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            answer += piece
            timing.add(bytes: piece.count, atMilliseconds: Int64(number) * 3)
        }
        let parts = timing.parts(of: answer)
        #expect(parts.flatMap { Array($0.bytes) } == answer)
        #expect(parts.reduce(0) { $0 + $1.waitMilliseconds } == Int64(count - 1) * 3)
        #expect(timing.pieces.count < StreamTiming.limit)
        #expect(StreamTiming(encoded: timing.encoded)?.pieces == timing.pieces)
    }

    @Test("an answer that is longer or shorter than its timing still comes whole")
    func mismatch() {
        var timing = StreamTiming()
        timing.add(bytes: 3, atMilliseconds: 10)
        timing.add(bytes: 3, atMilliseconds: 20)
        for length in 0...9 {
            let answer = (0..<length).map { UInt8($0) }
            #expect(timing.parts(of: answer).flatMap { Array($0.bytes) } == answer)
        }
        #expect(StreamTiming().parts(of: [1, 2]).flatMap { Array($0.bytes) } == [1, 2])
    }

    @Test("octets of any other form are refused or read, and never end the program", arguments: UInt64(1)...50)
    func garbage(seed: UInt64) {
        let random = SeededRandom(seed: seed)
        let bytes = [1] + (0..<(random.next() % 60)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        _ = StreamTiming(encoded: bytes)?.parts(of: [1, 2, 3])
        #expect(StreamTiming(encoded: []) == nil)
        #expect(StreamTiming(encoded: [2]) == nil)
        #expect(StreamTiming(encoded: [1, 0x80]) == nil)
    }
}
