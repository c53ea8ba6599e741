internal import AI1Catalog
internal import AI1Core
internal import AI1Providers

/// A catalogue's document as rows.
struct CatalogDocument {
    let source: SyncSource
    let reading: SyncReading

    /// Reads a document as a whole.
    /// - Parameters:
    ///   - name: what the document is to a person: a file's path, or the source's name
    ///   - source: where it comes from; nil to let its form tell
    ///   - asOf: the day it was read, `2026-07-28`
    /// - Throws: `CommandError` of the codes `badInput` and `usage`
    init(_ bytes: [UInt8], name: String, source: SyncSource?, asOf: String, _ live: Composition) throws {
        let document = try Self.parse(bytes, name)
        guard let form = SyncForm(document) else {
            throw CommandError(
                .badInput,
                message: "\(name) is no catalogue: neither models.dev's form, nor OpenRouter's, nor a list of models",
                hint: "nothing was changed; ai1 help route sync says what is read")
        }
        let known = Catalog.shipped()
        switch (form, source) {
        case (.modelsDev, nil), (.modelsDev, .modelsDev):
            self.source = .modelsDev
            reading = ModelsDevReader(known: known.providers, asOf: asOf).read(document)
        case (.openRouter, nil), (.openRouter, .openRouter):
            self.source = .openRouter
            guard let row = known.provider(SyncSource.openRouter.name) else { throw Self.mismatch(name, form, source) }
            reading = OpenRouterReader(provider: row, source: form.rawValue, asOf: asOf).read(document)
        case (.openRouter, .provider(let id)?):
            guard let row = live.catalog.provider(id) else { throw Self.mismatch(name, form, source) }
            self.source = .provider(id)
            reading = OpenRouterReader(provider: row, source: "\(id)/models", asOf: asOf).read(document)
        case (.listing, .provider(let id)?):
            guard let row = live.catalog.provider(id) else { throw Self.mismatch(name, form, source) }
            self.source = .provider(id)
            reading = ListingReader.read(try Self.entries(bytes, row, name), of: row, asOf: asOf)
        case (.listing, nil):
            throw CommandError(
                .usage, message: "\(name) is a list of models, and does not say whose",
                hint: "name the provider: ai1 route sync NAME --from FILE")
        case (.modelsDev, _), (.openRouter, _), (.listing, _): throw Self.mismatch(name, form, source)
        }
    }

    private static func mismatch(_ name: String, _ form: SyncForm, _ source: SyncSource?) -> CommandError {
        CommandError(
            .badInput, message: "\(name) has the form of \(words(form)), not of \(source?.name ?? "a catalogue")",
            hint: "nothing was changed; name the source that it comes from")
    }

    private static func words(_ form: SyncForm) -> String {
        switch form {
        case .modelsDev: "models.dev's catalogue"
        case .openRouter: "OpenRouter's list of models"
        case .listing: "a list of models"
        }
    }

    private static func parse(_ bytes: [UInt8], _ name: String) throws -> JSONValue {
        guard bytes.contains(where: { $0 > 0x20 }) else {
            throw CommandError(.badInput, message: "\(name) is empty", hint: "nothing was changed; try again later")
        }
        do throws(JSONParser.Failure) {
            return try JSONParser.parse(bytes)
        } catch {
            let line = bytes.prefix(error.offset).count { $0 == 0x0A } + 1
            let place =
                "byte \(grouped(Int64(error.offset))) of \(grouped(Int64(bytes.count))), line \(grouped(Int64(line)))"
            let isCut = error.offset >= bytes.count
            throw CommandError(
                .badInput,
                message: isCut
                    ? "\(name) is cut short: it ends at byte \(grouped(Int64(bytes.count))), where \(error.expected) was expected"
                    : "\(name) is not valid JSON: expected \(error.expected) at \(place)",
                hint: "nothing was changed; fetch it again")
        }
    }

    private static func entries(
        _ bytes: [UInt8], _ row: ProviderRow, _ name: String
    ) throws -> [ListedModel] {
        do {
            return try ModelListing.parse(bytes, dialect: row.dialect)
        } catch let fault as ProviderFault {
            throw CommandError(
                .badInput, message: "\(name): \(fault.message)", hint: "nothing was changed",
                underlying: fault.underlying)
        }
    }
}
