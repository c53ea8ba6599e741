/// What a word can mean in an order that was smuggled into a text.
struct InjectionWord: OptionSet, Sendable {
    let rawValue: UInt16

    /// `ignore`, `disregard`.
    static let override = InjectionWord(rawValue: 1)
    /// `previous`, `above`.
    static let earlier = InjectionWord(rawValue: 2)
    /// `all`, `your`.
    static let every = InjectionWord(rawValue: 4)
    /// `instructions`, `prompt`.
    static let instructions = InjectionWord(rawValue: 8)
    /// `rules`, `text`: instructions only beside `previous`.
    static let rules = InjectionWord(rawValue: 16)
    /// `reveal`, `print`.
    static let reveal = InjectionWord(rawValue: 32)
    /// `system`, `hidden`.
    static let hidden = InjectionWord(rawValue: 64)
    /// `not`, `never`.
    static let negation = InjectionWord(rawValue: 128)
    /// `tell`, `inform`.
    static let tell = InjectionWord(rawValue: 256)
    /// `user`.
    static let user = InjectionWord(rawValue: 512)
    static let you = InjectionWord(rawValue: 1_024)
    static let are = InjectionWord(rawValue: 2_048)
    static let now = InjectionWord(rawValue: 4_096)

    private static let lists: [(InjectionWord, String)] = [
        (
            .override,
            "ignore disregard forget override bypass ignoriere ignorieren vergiss missachte ignorez oubliez ignora olvida"
        ),
        (
            .earlier,
            "previous prior above earlier preceding foregoing original former vorherigen bisherigen obigen früheren "
                + "vorigen précédentes antérieures anteriores previas"
        ),
        (.every, "all any every your these those the alle deine ihre toutes vos todas tus"),
        (
            .instructions,
            "instructions instruction prompt prompts directives anweisungen anweisung consignes instrucciones"
        ),
        (.rules, "rules guidelines directions commands constraints messages context text everything regeln reglas"),
        (.reveal, "reveal print show repeat output display leak disclose expose dump"),
        (.hidden, "system hidden secret initial internal developer confidential"),
        (.negation, "not never without don dont nicht nie"),
        (.tell, "tell telling inform informing mention mentioning notify notifying alert alerting reveal show"),
        (.user, "user users human anyone anybody owner operator benutzer nutzer"),
        (.you, "you du"),
        (.are, "are bist"),
        (.now, "now jetzt"),
    ]

    /// By the hash of the word in lower case.
    static let table: [UInt64: InjectionWord] = {
        var table: [UInt64: InjectionWord] = [:]
        for (meaning, words) in lists {
            for word in words.split(separator: " ") {
                table[word.utf8.reduce(start) { step($0, $1) }, default: []].insert(meaning)
            }
        }
        return table
    }()

    /// FNV-1a, 64 bits.
    static let start: UInt64 = 0xCBF2_9CE4_8422_2325
    static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
}

/// Follows the words of a text and tells when some of them, near each other in one sentence, make an order.
struct OrderWatch {
    /// How far the words of an order may lie apart.
    private static let reach = 8

    private var position = 0
    /// The place in words, and in octets, where each meaning was last seen in this sentence.
    private var seen: [UInt16: (word: Int, octet: Int)] = [:]

    /// A sentence ends: orders do not go over it.
    mutating func endSentence() { seen.removeAll(keepingCapacity: true) }

    /// Takes the next word.
    /// - Returns: an order that is complete with it, and where it begins
    mutating func take(_ meaning: InjectionWord?, at octet: Int) -> (FindingKind, Int)? {
        position += 1
        guard let meaning else { return nil }
        for bit in 0..<13 where meaning.rawValue & (1 << bit) != 0 {
            // The first of several is where an order begins; one that is out of reach is forgotten.
            let key = UInt16(1) << bit
            if let old = seen[key], position - old.word <= Self.reach, key == InjectionWord.override.rawValue {
                continue
            }
            seen[key] = (position, octet)
        }
        if let start = begin(.override, with: .earlier, .instructions) ?? begin(.override, with: .earlier, .rules)
            ?? begin(.override, with: .every, .instructions)
        {
            return done(.overridesInstructions, start)
        }
        if let start = begin(.reveal, with: .hidden, .instructions) { return done(.asksForPrompt, start) }
        if let tell = place(.tell), let user = place(.user), user.word - tell.word <= 2,
            let start = begin(.negation, with: .tell, .user)
        {
            return done(.asksForSecrecy, start)
        }
        if meaning.contains(.now), let you = place(.you), let are = place(.are), position - you.word == 2,
            position - are.word == 1
        {
            return done(.newRole, you.octet)
        }
        return nil
    }

    private mutating func done(_ kind: FindingKind, _ start: Int) -> (FindingKind, Int) {
        seen.removeAll(keepingCapacity: true)
        return (kind, start)
    }

    private func place(_ meaning: InjectionWord) -> (word: Int, octet: Int)? {
        guard let place = seen[meaning.rawValue], position - place.word <= Self.reach else { return nil }
        return place
    }

    private func begin(_ first: InjectionWord, with second: InjectionWord, _ third: InjectionWord) -> Int? {
        guard let first = place(first), let second = place(second), let third = place(third),
            second.word > first.word, third.word > first.word
        else { return nil }
        return first.octet
    }
}
