/// Turns the tree of a regular expression into a program.
struct PatternBuilder {
    private var program: [PatternStep] = []

    /// The program with its end.
    consuming func finished() throws(Pattern.Failure) -> [PatternStep] {
        try add(.match)
        return program
    }

    private mutating func add(_ step: PatternStep) throws(Pattern.Failure) {
        guard program.count < Pattern.maximumSize else { throw Pattern.Failure(reason: "it is too large") }
        program.append(step)
    }

    /// Adds the steps that match a tree and go on after it.
    mutating func append(_ tree: PatternTree) throws(Pattern.Failure) {
        switch tree {
        case .empty: break
        case .set(let set): try add(.consume(set))
        case .assertion(let assertion): try add(.assert(assertion))
        case .sequence(let parts): for part in parts { try append(part) }
        case .choice(let branches):
            var exits: [Int] = []
            for branch in branches.dropLast() {
                let split = program.count
                try add(.split(split + 1, split + 1))
                try append(branch)
                exits.append(program.count)
                try add(.jump(0))
                program[split] = .split(split + 1, program.count)
            }
            if let last = branches.last { try append(last) }
            for exit in exits { program[exit] = .jump(program.count) }
        case .repetition(let part, let least, let most):
            let start = program.count
            for _ in 0..<least {
                try append(part)
                // Nothing repeated is nothing, however often.
                if program.count == start { return }
            }
            if let most {
                try appendOptional(part, times: most - least)
            } else {
                let split = program.count
                try add(.split(split + 1, split + 1))
                try append(part)
                try add(.jump(split))
                program[split] = .split(split + 1, program.count)
            }
        }
    }

    private mutating func appendOptional(_ part: PatternTree, times: Int) throws(Pattern.Failure) {
        var splits: [Int] = []
        for _ in 0..<times {
            splits.append(program.count)
            try add(.split(0, 0))
            try append(part)
        }
        for split in splits { program[split] = .split(split + 1, program.count) }
    }
}
