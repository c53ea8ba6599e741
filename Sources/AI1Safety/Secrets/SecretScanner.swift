package import AI1Core

/// Finds secrets in octets: one pass, no backtracking. A place is looked at closer only where a run of letters and digits
/// begins, where a mark such as `=` stands, and where a key of the user's own may begin; every matcher follows a bounded run
/// and none follows the same run twice, so that the time is linear whatever the text.
package struct SecretScanner: Sendable {
    /// Octets before a place that matchers may look at.
    package static let context = 64
    /// Shorter values of key variables are placeholders such as `not-needed`.
    private static let shortestOwnKey = 12

    private let classes: [UInt8]
    /// By the first two octets: 0 for nothing, else a bucket.
    private let pairs: [UInt8]
    private let buckets: [[TokenRule]]
    private let ownKeys: [[UInt8]]

    static let jwtBucket: UInt8 = 253
    static let pemBucket: UInt8 = 254
    static let ibanBucket: UInt8 = 255

    /// - Parameter ownKeys: keys of the user's own, found wherever they stand
    package init(ownKeys: [Secret] = []) {
        let keys = ownKeys.map { Array($0.reveal().utf8) }.filter(Self.isReal)
        // The longest first: of two keys where one begins with the other, the whole one counts.
        self.ownKeys = Set(keys).sorted { ($0.count, $1.lexicographicallyPrecedes($0) ? 1 : 0) > ($1.count, 0) }
        classes = ByteClass.table(ownKeys: keys)
        var pairs = [UInt8](repeating: 0, count: 65_536)
        for country in IBANMatcher.lengths.keys { pairs[Self.pair(Array(country.utf8))] = Self.ibanBucket }
        pairs[Self.pair(Array("ey".utf8))] = Self.jwtBucket
        pairs[Self.pair(Array("BE".utf8))] = Self.pemBucket
        var buckets: [[TokenRule]] = []
        for rule in TokenRule.all {
            let pair = Self.pair(rule.prefix)
            if pairs[pair] == 0 || pairs[pair] >= Self.jwtBucket {
                precondition(pairs[pair] == 0, "two sorts of matchers begin alike")
                buckets.append([])
                pairs[pair] = UInt8(buckets.count)
            }
            buckets[Int(pairs[pair]) - 1].append(rule)
        }
        self.pairs = pairs
        self.buckets = buckets
    }

    private static func isReal(_ key: [UInt8]) -> Bool {
        key.count >= 24 || key.count >= shortestOwnKey && key.contains(where: Octets.isDigit)
    }

    private static func pair(_ text: [UInt8]) -> Int { Int(text[0]) << 8 | Int(text[1]) }

    /// All secrets of a text, in their order; none overlaps another.
    package func secrets(in text: UnsafeBufferPointer<UInt8>) -> [Finding] {
        var findings: [Finding] = []
        var lines = LineCounter()
        var state = ScanState()
        _ = scan(text, from: 0, isEnd: true, &state) { kind, range in
            findings.append(Finding(kind: kind, range: range, line: lines.line(at: range.lowerBound, in: text)))
        }
        return findings
    }

    /// Looks at the octets from `start` on.
    /// - Parameters:
    ///   - isEnd: whether the text ends with these octets
    ///   - state: what is remembered between pieces of one text
    ///   - found: takes each secret
    /// - Returns: where the part begins that only more octets can decide
    func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isEnd: Bool, _ state: inout ScanState,
        found: (FindingKind, Range<Int>) -> Void
    ) -> Int {
        classes.withUnsafeBufferPointer { classes in
            pairs.withUnsafeBufferPointer { pairs in
                let steps = UnsafeMutablePointer<Int>.allocate(capacity: 1)
                steps.initialize(to: 0)
                defer {
                    state.steps += steps.pointee
                    steps.deallocate()
                }
                let window = Window(bytes: bytes, isEnd: isEnd, classes: classes, steps: steps)
                let special = ByteClass.mark | ByteClass.own
                var index = start
                var before = start > 0 ? classes[Int(bytes[start - 1])] : 0
                while index < bytes.count {
                    let here = classes[Int(bytes[index])]
                    let begins = here & ~before & ByteClass.alphanumeric
                    // Nearly every word is passed over by its first two letters alone.
                    if (here & special) | begins != 0,
                        here & special != 0 || index + 1 >= bytes.count || index < state.awsUntil
                            || Octets.isDigit(bytes[index])
                            || pairs[Int(bytes[index]) << 8 | Int(bytes[index + 1])] != 0
                    {
                        switch look(window, index, before, pairs, &state) {
                        case .none: state.known = 0
                        case .unfinished(let known):
                            state.known = known
                            return index
                        case .found(let kind, let range):
                            found(kind, range)
                            state.known = 0
                            if kind == .awsAccessKey { state.awsUntil = range.upperBound + AWSSecret.reach }
                            index = range.upperBound
                            before = classes[Int(bytes[index - 1])]
                            continue
                        }
                    }
                    before = here
                    index += 1
                }
                return index
            }
        }
    }

    /// Asks the matchers that may have something to say about a place.
    private func look(
        _ window: Window, _ index: Int, _ before: UInt8, _ pairs: UnsafeBufferPointer<UInt8>, _ state: inout ScanState
    ) -> Match {
        let here = window.classes[Int(window[index])]
        if here & ByteClass.own != 0 {
            let match = ownKey(window, index)
            if match != .none { return match }
        }
        if here & ByteClass.mark != 0 { return mark(window, index, pairs, &state) }
        guard here & ~before & ByteClass.alphanumeric != 0 else { return .none }
        return token(window, index, pairs, &state)
    }

    /// What may begin where a run of letters and digits begins.
    private func token(
        _ window: Window, _ index: Int, _ pairs: UnsafeBufferPointer<UInt8>, _ state: inout ScanState
    ) -> Match {
        if Octets.isDigit(window[index]) {
            let match = CardMatcher.match(window, index)
            if match != .none || index >= state.awsUntil { return match }
        }
        guard index + 1 < window.count else { return window.isEnd ? .none : .unfinished(known: 0) }
        let match: Match
        switch pairs[Int(window[index]) << 8 | Int(window[index + 1])] {
        case 0: match = .none
        case Self.ibanBucket: match = IBANMatcher.match(window, index)
        case Self.jwtBucket: match = JWTMatcher.match(window, index, known: state.known)
        case Self.pemBucket:
            let pem = PEMMatcher.match(window, index, known: state.known)
            // Belgium's code begins as the first line of a key does.
            match = pem == .none ? IBANMatcher.match(window, index) : pem
        case let bucket: match = rules(buckets[Int(bucket) - 1], window, index, state.known)
        }
        return match == .none && index < state.awsUntil ? AWSSecret.match(window, index) : match
    }

    private func rules(_ rules: [TokenRule], _ window: Window, _ index: Int, _ known: Int) -> Match {
        for rule in rules {
            let match = rule.match(window, index, known: known)
            if match != .none { return match }
        }
        return .none
    }

    /// What may follow a mark: the value of a name, or what belongs to a URL.
    private func mark(
        _ window: Window, _ index: Int, _ pairs: UnsafeBufferPointer<UInt8>, _ state: inout ScanState
    ) -> Match {
        if window[index] == UInt8(ascii: ":") {
            let match = URLPasswordMatcher.match(window, index, known: state.known)
            if match != .none { return match }
        }
        guard index >= state.valuesFrom else { return .none }
        switch AssignmentMatcher.value(window, index) {
        case .none: return .none
        case .unfinished: return .unfinished(known: 0)
        case .at(let start, let quote, let isPassword, let isAWS):
            // A credential that tells its own kind is more than a value.
            let own = window.isIn(ByteClass.own, start) ? ownKey(window, start) : .none
            if own != .none { return own }
            if window.isIn(ByteClass.alphanumeric, start) {
                let match = token(window, start, pairs, &state)
                if match != .none { return match }
            }
            guard let end = AssignmentMatcher.end(window, start, quote: quote, known: 0) else {
                return .unfinished(known: 0)
            }
            if let kind = AssignmentMatcher.kind(window, start..<end, isPassword: isPassword, isAWS: isAWS) {
                return .found(kind, start..<end)
            }
            // What was followed once is not followed again, however many names are in it; a URL has its own matcher.
            state.valuesFrom = end
            return .none
        }
    }

    private func ownKey(_ window: Window, _ index: Int) -> Match {
        for key in ownKeys where key[0] == window[index] {
            switch window.has(key, at: index) {
            case true?: return .found(.ownKey, index..<(index + key.count))
            case nil: return .unfinished(known: 0)
            case false?: continue
            }
        }
        return .none
    }
}

/// What a scan remembers between the pieces of one text. Places are those of the octets that are given; `shift` moves them.
struct ScanState: Sendable {
    /// Octets of an unfinished run that were looked at.
    var known = 0
    /// Before this place no name's value is looked for.
    var valuesFrom = 0
    /// Before this place a secret of an AWS access key id is looked for.
    var awsUntil = 0
    /// Octets that matchers have looked at, each time counted: what must stay proportional to the text.
    var steps = 0

    /// Takes octets off the front.
    mutating func shift(by count: Int) {
        valuesFrom = max(0, valuesFrom - count)
        awsUntil = max(0, awsUntil - count)
    }
}
