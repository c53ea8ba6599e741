internal import AI1Core

extension Catalog {
    /// How many aliases may lead to one another.
    static let maximumAliasDepth = 8
    /// How many names an ambiguous answer lists.
    static let maximumNames = 8
    /// Fewer letters than these fit too much to be searched for.
    static let minimumFuzzyLetters = 3

    /// Finds the model that a person means. The rules, in order:
    /// 1. an alias (`claude`);
    /// 2. a provider's own short name (`groq`): all its models, the best first;
    /// 3. `provider/model` exactly;
    /// 4. a model's own id or family exactly, at every provider that serves that very model (its id there may have
    ///    slashes: `openai/gpt-oss-120b`), its maker first;
    /// 5. `provider/` with an alias, a family or another spelling of a model that it serves; a model that is not in the
    ///    catalogue is taken at its word, with unknown price and every capability;
    /// 6. an id, family or title but for case and punctuation;
    /// 7. the beginning, then any part, of exactly one current model's name.
    ///
    /// - Parameters:
    ///   - typed: what the person wrote
    ///   - preferring: providers to put first among those that serve the model, best first (those with a key)
    package func resolve(_ typed: String, preferring: [String] = []) -> Resolution {
        let name = typed.drop { $0 == " " }
        guard !name.isEmpty, name.utf8.count <= 256 else { return .unknown([]) }
        var wanted = String(name)
        var steps = 0
        // A default that ships names a model; an alias of the user's own names a target.
        var isDefault = false
        while let target = aliases[wanted.lowercased()], target != wanted {
            steps += 1
            guard steps <= Self.maximumAliasDepth else { return .unknown([]) }
            isDefault = ShippedAliases.table[wanted.lowercased()] == target
            wanted = target
        }
        let order = Preference(catalog: self, preferring: preferring)
        if let rows = rows(ofProviderNamed: wanted) { return .found(rows) }
        if let row = models.first(where: { $0.name.description == wanted }) {
            return .found(order.sorted(family(of: row), pinned: isDefault ? nil : row.name, asTyped: row.name.model))
        }
        if let row = models.first(where: { $0.name.model == wanted || $0.family == wanted }) {
            return .found(order.sorted(family(of: row), pinned: nil, asTyped: wanted))
        }
        if let row = rowAtNamedProvider(wanted) {
            return .found(order.sorted(family(of: row), pinned: row.name, asTyped: row.name.model))
        }
        return search(named: wanted, order: order)
    }

    /// All rows of the same model, the given row among them even when it is not in the catalogue.
    private func family(of row: ModelRow) -> [ModelRow] {
        let rows = models.filter { $0.family == row.family }
        return rows.contains { $0.name == row.name } ? rows : [row]
    }

    private func providerID(_ name: some StringProtocol) -> String? {
        let lower = name.lowercased()
        if provider(lower) != nil { return lower }
        guard let other = ShippedAliases.provider(lower), provider(other) != nil else { return nil }
        return other
    }

    private func rows(ofProviderNamed name: String) -> [ModelRow]? {
        guard let id = provider(name.lowercased())?.id, let row = provider(id) else { return nil }
        let known = rows(ofProvider: id).filter { $0.status != .deprecated }
        if known.isEmpty { return row.servesOneModel ? [Self.unknownModel("default", at: row)] : nil }
        return known.enumerated().sorted {
            ($1.element.quality.overall, $0.offset) < ($0.element.quality.overall, $1.offset)
        }.map(\.element)
    }

    private func rowAtNamedProvider(_ name: String) -> ModelRow? {
        guard let slash = name.firstIndex(of: "/"), let id = providerID(name[..<slash]), let provider = provider(id)
        else {
            return nil
        }
        let model = String(name[name.index(after: slash)...])
        guard !model.isEmpty, !model.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { return nil }
        let rows = rows(ofProvider: id)
        if let exact = rows.first(where: { $0.name.model == model || $0.family == model }) { return exact }
        if let target = aliases[model.lowercased()], case .found(let meant) = resolve(target),
            let family = meant.first?.family, let row = rows.first(where: { $0.family == family })
        {
            return row
        }
        let key = NameKey(model)
        if !key.bytes.isEmpty, let row = rows.first(where: { $0.spellings.contains(key) }) { return row }
        return Self.unknownModel(model, at: provider)
    }

    /// What a row that was taken at the user's word names as its source.
    package static let notInCatalogue = "not in the catalogue"

    /// A row for a model that the catalogue does not have: a local one costs nothing, another's price is unknown.
    static func unknownModel(_ model: String, at provider: ProviderRow) -> ModelRow {
        ModelRow(
            name: TargetName(provider: provider.id, model: model), title: model, family: model,
            dialect: provider.dialect, prices: provider.isLocal ? .free : .unknown,
            capabilities: Capabilities(
                imageInput: true, tools: true, schema: true, reasoning: true,
                outputs: [.text, .image, .speech, .transcript, .embedding]),
            source: notInCatalogue)
    }

    private func search(named name: String, order: Preference) -> Resolution {
        let key = NameKey(name)
        guard !key.bytes.isEmpty else { return .unknown([]) }
        if let row = models.first(where: { $0.spellings.contains(key) }) {
            return .found(order.sorted(family(of: row), pinned: nil, asTyped: row.name.model))
        }
        if key.bytes.count >= Self.minimumFuzzyLetters {
            for fits in [NameKey.begins(with:), NameKey.contains] {
                let rows = models.filter { row in row.spellings.contains { fits($0)(key) } }
                let current = rows.filter { $0.status != .deprecated }
                let matches = current.isEmpty ? rows : current
                let families = uniqueFamilies(matches)
                if families.count == 1, let row = matches.first {
                    return .found(order.sorted(family(of: row), pinned: nil, asTyped: row.name.model))
                }
                if families.count > 1 { return .ambiguous(Array(families.prefix(Self.maximumNames))) }
            }
        }
        return .unknown(suggestions(for: name))
    }

    private func uniqueFamilies(_ rows: [ModelRow]) -> [String] {
        var seen: Set<String> = []
        return rows.map(\.family).filter { seen.insert($0).inserted }
    }

    private func suggestions(for name: String) -> [String] {
        guard let slash = name.firstIndex(of: "/") else {
            return Suggestions.near(name, among: aliases.keys.sorted() + uniqueFamilies(models))
        }
        let near = Suggestions.near(name, among: models.map(\.name.description))
        if !near.isEmpty { return near }
        let model = name[name.index(after: slash)...]
        return Suggestions.near(String(name[..<slash]), among: providers.map(\.id)).map { "\($0)/\(model)" }
    }
}

extension ModelRow {
    /// Every way the model is called, without case and punctuation: its id, the id's last part, its family, its title.
    var spellings: [NameKey] {
        var keys = [NameKey(name.model), NameKey(family), NameKey(title)]
        if let slash = name.model.lastIndex(of: "/") {
            keys.append(NameKey(name.model[name.model.index(after: slash)...]))
        }
        return keys
    }
}

extension ProviderRow {
    /// Servers that run one model and take any name for it.
    var servesOneModel: Bool { dialect == .ai1net || id == "llamacpp" }
}
