/// A regular expression as JSON Schema uses it: ECMA-262 with the `u` flag, without look-around and back references,
/// found anywhere in a text. It is matched in time linear in the text, whatever the expression, so that `(a+)+$` cannot
/// hang.
struct Pattern: Sendable {
    /// A larger program is refused.
    static let maximumSize = 20_000

    /// Why a text is no such expression.
    struct Failure: Error, Hashable {
        let reason: String
    }

    let text: String
    private let program: [PatternStep]

    init(_ text: String) throws(Failure) {
        self.text = text
        var parser = PatternParser(text)
        var builder = PatternBuilder()
        try builder.append(try parser.parse())
        program = try builder.finished()
    }

    /// How many steps the program has.
    var size: Int { program.count }

    /// Whether the expression is found in a text.
    func matches(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        var current = PatternThreads(program.count)
        var following = PatternThreads(program.count)
        var previous: Unicode.Scalar?
        var index = scalars.startIndex
        while true {
            let next = index < scalars.endIndex ? scalars[index] : nil
            // Starting anew at every place finds the expression anywhere.
            if current.follow(0, program, previous, next) { return true }
            guard let next else { return false }
            following.removeAll()
            scalars.formIndex(after: &index)
            let afterNext = index < scalars.endIndex ? scalars[index] : nil
            for thread in current.threads {
                guard case .consume(let set) = program[thread], set.contains(next) else { continue }
                if following.follow(thread + 1, program, next, afterNext) { return true }
            }
            swap(&current, &following)
            previous = next
        }
    }
}

/// One step of a program.
enum PatternStep: Sendable {
    case consume(ScalarSet)
    case jump(Int)
    case split(Int, Int)
    case assert(PatternAssertion)
    case match
}

/// A condition on a place between two scalars.
enum PatternAssertion: Sendable {
    case start, end, wordBoundary, noWordBoundary

    func holds(_ previous: Unicode.Scalar?, _ next: Unicode.Scalar?) -> Bool {
        switch self {
        case .start: previous == nil
        case .end: next == nil
        case .wordBoundary: Self.isWord(previous) != Self.isWord(next)
        case .noWordBoundary: Self.isWord(previous) == Self.isWord(next)
        }
    }

    private static func isWord(_ scalar: Unicode.Scalar?) -> Bool { scalar.map(ScalarSet.word.contains) ?? false }
}

/// The places in a program that are alive at one place of the text, each once.
struct PatternThreads {
    private(set) var threads: [Int] = []
    private var seen: [Bool]
    private var visited: [Int] = []
    private var waiting: [Int] = []

    init(_ size: Int) { seen = [Bool](repeating: false, count: size) }

    mutating func removeAll() {
        for place in visited { seen[place] = false }
        visited.removeAll(keepingCapacity: true)
        threads.removeAll(keepingCapacity: true)
    }

    /// Follows jumps, splits and assertions from a place on.
    /// - Returns: whether the end of the program was reached
    mutating func follow(
        _ start: Int, _ program: [PatternStep], _ previous: Unicode.Scalar?, _ next: Unicode.Scalar?
    ) -> Bool {
        waiting.removeAll(keepingCapacity: true)
        waiting.append(start)
        while let place = waiting.popLast() {
            if seen[place] { continue }
            seen[place] = true
            visited.append(place)
            switch program[place] {
            case .consume: threads.append(place)
            case .jump(let target): waiting.append(target)
            case .split(let first, let second):
                waiting.append(second)
                waiting.append(first)
            case .assert(let assertion): if assertion.holds(previous, next) { waiting.append(place + 1) }
            case .match: return true
            }
        }
        return false
    }
}
