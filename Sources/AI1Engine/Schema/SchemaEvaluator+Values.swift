internal import AI1Core

extension SchemaEvaluator {
    /// The rules about numbers; other values pass.
    mutating func number(_ rules: NumberRules, _ value: JSONValue) -> Bool {
        guard case .number(let number) = value else { return true }
        let exact = ExactDecimal(number.text)
        var valid = true
        if let bound = rules.minimum, exact < bound.value {
            fail("must be at least \(bound.text)")
            valid = false
        }
        if let bound = rules.exclusiveMinimum, exact <= bound.value {
            fail("must be above \(bound.text)")
            valid = false
        }
        if let bound = rules.maximum, exact > bound.value {
            fail("must be at most \(bound.text)")
            valid = false
        }
        if let bound = rules.exclusiveMaximum, exact >= bound.value {
            fail("must be below \(bound.text)")
            valid = false
        }
        if let bound = rules.multipleOf, !exact.isMultiple(of: bound.value) {
            fail("must be a multiple of \(bound.text)")
            valid = false
        }
        return valid
    }

    /// The rules about strings; other values pass. Length is counted in Unicode scalars, as the standard has it.
    mutating func string(_ rules: StringRules, _ value: JSONValue) throws(SchemaError) -> Bool {
        guard case .string(let text) = value else { return true }
        var valid = true
        if rules.minLength != nil || rules.maxLength != nil {
            let length = Int64(text.unicodeScalars.count)
            try spend(Int(length) / 64)
            if let least = rules.minLength, length < least {
                fail("has \(length) characters, at least \(least) are needed")
                valid = false
            }
            if let most = rules.maxLength, length > most {
                fail("has \(length) characters, at most \(most) are allowed")
                valid = false
            }
        }
        if let pattern = rules.pattern, try !matches(pattern, text) {
            fail("does not match the pattern \(pattern.text)")
            valid = false
        }
        return valid
    }

    /// Whether a pattern occurs in a text.
    mutating func matches(_ pattern: Pattern, _ text: String) throws(SchemaError) -> Bool {
        try spend(1 + text.utf8.count / 16 * pattern.size)
        return pattern.matches(text)
    }

    /// The rules about arrays; other values pass.
    mutating func array(_ rules: ArrayRules, _ value: JSONValue) throws(SchemaError) -> Bool {
        guard case .array(let elements) = value else { return true }
        let count = Int64(elements.count)
        var valid = true
        if let least = rules.minItems, count < least {
            fail("has \(count) elements, at least \(least) are needed")
            valid = false
        }
        if let most = rules.maxItems, count > most {
            fail("has \(count) elements, at most \(most) are allowed")
            valid = false
        }
        if rules.unique, try !areUnique(elements) { valid = false }
        if let index = rules.contains {
            var found: Int64 = 0
            for element in elements where try satisfies(index, element) { found += 1 }
            if found < rules.minContains {
                fail("has \(found) elements of the demanded form, at least \(rules.minContains) are needed")
                valid = false
            }
            if let most = rules.maxContains, found > most {
                fail("has \(found) elements of the demanded form, at most \(most) are allowed")
                valid = false
            }
        }
        for (position, element) in elements.enumerated() {
            if !valid, isDone { break }
            guard let index = position < rules.prefix.count ? rules.prefix[position] : rules.items else { break }
            if try !check(index, element, at: .index(position)) { valid = false }
        }
        return valid
    }

    private mutating func areUnique(_ elements: [JSONValue]) throws(SchemaError) -> Bool {
        var seen: [[UInt8]: Int] = [:]
        for (position, element) in elements.enumerated() {
            let identity = element.identity
            try spend(1 + identity.count / 16)
            if let first = seen.updateValue(position, forKey: identity) {
                fail("elements \(first) and \(position) are equal")
                return false
            }
        }
        return true
    }

    /// The rules about objects; other values pass.
    mutating func object(_ rules: ObjectRules, _ value: JSONValue) throws(SchemaError) -> Bool {
        guard case .object(let object) = value else { return true }
        let members = object.members
        try spend(members.count / 4)
        var valid = try presence(rules, members)
        for (name, index) in rules.dependentSchemas where members.contains(where: { $0.name == name }) {
            if try !check(index, value) { valid = false }
        }
        for member in members {
            if !valid, isDone { break }
            if try !checkMember(member.name, member.value, rules) { valid = false }
        }
        return valid
    }

    private mutating func presence(
        _ rules: ObjectRules, _ members: [(name: String, value: JSONValue)]
    ) throws(SchemaError) -> Bool {
        var valid = true
        let count = Int64(members.count)
        if let least = rules.minProperties, count < least {
            fail("has \(count) members, at least \(least) are needed")
            valid = false
        }
        if let most = rules.maxProperties, count > most {
            fail("has \(count) members, at most \(most) are allowed")
            valid = false
        }
        guard !rules.required.isEmpty || !rules.dependentRequired.isEmpty else { return valid }
        let names = Set(members.map(\.name))
        for name in rules.required where !names.contains(name) {
            fail("is missing", at: name)
            valid = false
        }
        for (name, needs) in rules.dependentRequired where names.contains(name) {
            for need in needs where !names.contains(need) {
                fail("is missing, and \(name) needs it", at: need)
                valid = false
            }
        }
        return valid
    }

    private mutating func checkMember(
        _ name: String, _ value: JSONValue, _ rules: ObjectRules
    ) throws(SchemaError) -> Bool {
        var valid = true
        var known = false
        if let index = rules.names, try !satisfies(index, .string(name)) {
            fail("is a name that is not allowed", at: name)
            valid = false
        }
        if let index = rules.properties[name] {
            known = true
            if try !check(index, value, at: .name(name)) { valid = false }
        }
        for (pattern, index) in rules.patterns where try matches(pattern, name) {
            known = true
            if try !check(index, value, at: .name(name)) { valid = false }
        }
        if !known, let index = rules.additional, try !check(index, value, at: .name(name)) { valid = false }
        return valid
    }
}
