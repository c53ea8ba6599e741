internal import AI1Core

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// The marks of a prompt that are not hashed: its length, its task, and what its structure tells.
struct PlainMarks {
    /// Buckets that belong to marks, at the front of every vector.
    static let buckets = 64
    /// Where the kinds of marks begin.
    private static let lengthStart = 0
    private static let lengthSteps = 24
    private static let taskStart = 24
    private static let structureStart = 40

    /// Rising buckets with their values, without zeros.
    private(set) var present: [(bucket: UInt16, value: Float)] = []

    init(_ sample: TextSample, task: TaskKind) {
        // A length between two powers of two belongs to both in part, so that the predicted quality has no jumps.
        let position = Self.position(ofLength: sample.totalBytes)
        let step = Int(position)
        add(Self.lengthStart + step, 1 - (position - Float(step)))
        if step + 1 < Self.lengthSteps { add(Self.lengthStart + step + 1, position - Float(step)) }
        add(Self.taskStart + Self.index(task), 1)
        addStructure(sample)
    }

    /// Where a length in octets stands on the scale of powers of two.
    private static func position(ofLength bytes: Int) -> Float {
        min(log2(Float(max(1, bytes))), Float(lengthSteps - 1))
    }

    private mutating func addStructure(_ sample: TextSample) {
        let marks = TextMarks(sample.body)
        var digits = 0
        var questions = 0
        var lines = 0
        var foreign = 0
        sample.body.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                switch bytes[index] {
                case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
                case UInt8(ascii: "?"): questions += 1
                case UInt8(ascii: "\n"): lines += 1
                case 0x80...: foreign += 1
                default: break
                }
                index += 1
            }
        }
        let total = Float(max(1, sample.body.count))
        let values: [Float] = [
            marks.hasFence ? 1 : 0, marks.isDiff ? 1 : 0, marks.programLines >= 2 ? 1 : 0, marks.hasFormula ? 1 : 0,
            marks.listItems >= 3 ? 1 : 0, questions == 1 ? 1 : 0, questions > 1 ? 1 : 0,
            min(1, 5 * Float(digits) / total), min(1, 2 * Float(foreign) / total), min(1, log2(1 + Float(lines)) / 6),
        ]
        for (index, value) in values.enumerated() { add(Self.structureStart + index, value) }
    }

    private mutating func add(_ bucket: Int, _ value: Float) {
        if value != 0 { present.append((UInt16(bucket), value)) }
    }

    /// A task's place is part of the form of a predictor's file.
    private static func index(_ task: TaskKind) -> Int {
        switch task {
        case .chat: 0
        case .code: 1
        case .math: 2
        case .summary: 3
        case .extraction: 4
        case .translation: 5
        case .creative: 6
        case .vision: 7
        case .image: 8
        case .audio: 9
        case .embedding: 10
        }
    }
}
