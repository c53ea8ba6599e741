/// The meaning of a YAML text without its form, for the proof that an edit changed what it should and nothing else.
indirect enum PlainTree: Equatable {
    struct Member: Equatable {
        let name: String
        var value: PlainTree
    }

    case empty
    case text(String)
    case list([PlainTree])
    case map([Member])

    init(_ value: YAMLValue?) {
        guard let value, !value.isNull else {
            self = .empty
            return
        }
        switch value.content {
        case .scalar(let text, _): self = .text(text)
        case .list(let elements, _): self = .list(elements.map { PlainTree($0) })
        case .map(let entries, _):
            let members = entries.map { Member(name: $0.key, value: PlainTree($0.value)) }
            self = members.isEmpty ? .empty : .map(members)
        }
    }

    init(_ value: EditValue) {
        switch value {
        case .text(let text), .number(let text): self = .text(text)
        case .flag(let flag): self = .text(flag ? "true" : "false")
        case .list(let elements): self = .list(elements.map { PlainTree($0) })
        case .map(let members):
            let members = members.map { Member(name: $0.name, value: PlainTree($0.value)) }
            self = members.isEmpty ? .empty : .map(members)
        }
    }

    /// The tree with a value at a path; nil when something other than a mapping is in the way.
    func setting(_ path: ArraySlice<String>, to value: PlainTree) -> PlainTree? {
        guard let name = path.first else { return value }
        var members: [Member]
        switch self {
        case .empty: members = []
        case .map(let present): members = present
        case .text, .list: return nil
        }
        let position = members.firstIndex { $0.name == name }
        let inner = position.map { members[$0].value } ?? .empty
        guard let changed = inner.setting(path.dropFirst(), to: value) else { return nil }
        if let position {
            members[position].value = changed
        } else {
            members.append(Member(name: name, value: changed))
        }
        return .map(members)
    }

    /// The tree without what stands at a path, and without mappings that are empty then.
    func removing(_ path: ArraySlice<String>) -> PlainTree {
        guard let name = path.first, case .map(var members) = self,
            let position = members.firstIndex(where: { $0.name == name })
        else { return self }
        let changed = path.count == 1 ? .empty : members[position].value.removing(path.dropFirst())
        if changed == .empty, members[position].value != .empty || path.count == 1 {
            members.remove(at: position)
        } else {
            members[position].value = changed
        }
        return members.isEmpty ? .empty : .map(members)
    }
}
