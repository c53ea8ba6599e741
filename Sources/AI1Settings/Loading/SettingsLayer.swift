/// The checked settings of one source, in its order, each with its origin.
struct SettingsLayer: Sendable {
    struct Entry: Sendable {
        let path: [String]
        let value: SettingValue
        let origin: Origin
    }

    private(set) var entries: [Entry] = []
    private var positions: [[String]: Int] = [:]

    /// Sets a value; a later one replaces an earlier one in its place.
    mutating func set(_ path: [String], _ value: SettingValue, _ origin: Origin) {
        let entry = Entry(path: path, value: value, origin: origin)
        if let position = positions[path] {
            entries[position] = entry
        } else {
            positions[path] = entries.count
            entries.append(entry)
        }
    }

    subscript(path: [String]) -> Entry? { positions[path].map { entries[$0] } }

    /// Puts the settings of a more important source over these. A list of mappings is replaced as a whole.
    mutating func overlay(_ upper: SettingsLayer) {
        let lists = upper.entries.map(\.path).filter { path in
            guard case .list? = SettingsSchema.entry(at: SettingsSchema.pattern(of: path)) else { return false }
            return true
        }
        if !lists.isEmpty { remove { entry in lists.contains { entry.path.starts(with: $0) } } }
        for entry in upper.entries { set(entry.path, entry.value, entry.origin) }
    }

    /// The names right below a path, in order.
    func names(below path: [String]) -> [String] {
        var seen: Set<String> = []
        var names: [String] = []
        for entry in entries where entry.path.count > path.count && entry.path.starts(with: path) {
            if seen.insert(entry.path[path.count]).inserted { names.append(entry.path[path.count]) }
        }
        return names
    }

    private mutating func remove(where isUnwanted: (Entry) -> Bool) {
        entries.removeAll(where: isUnwanted)
        positions = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.path, $0) })
    }
}
