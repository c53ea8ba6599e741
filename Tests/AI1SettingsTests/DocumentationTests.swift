import Testing

@testable import AI1Settings

@Suite("Table of settings")
struct DocumentationTests {
    @Test("Every key has a row with its name, variable and example, and its example and default are valid")
    func rows() {
        let text = SettingsSchema.documentation()
        for key in SettingsSchema.keys {
            #expect(text.contains("Example: `\(key.example)`"), "\(key.name)")
            if let variable = key.variable { #expect(text.contains("`\(variable)`")) }
            if let builtIn = key.builtIn { #expect(key.type.read(builtIn) != nil, "\(key.name)") }
            let isFlow = key.example.hasPrefix("[")
            #expect(isFlow || key.type.read(key.example) != nil, "\(key.name)")
            #expect(key.summary.hasSuffix("."), "\(key.name)")
        }
    }

    @Test("The example in the documentation is a settings file without a mistake")
    func example() throws {
        let text = SettingsSchema.documentation()
        let start = try #require(text.firstRange(of: "```yaml\n")).upperBound
        let end = try #require(text[start...].firstRange(of: "```")).lowerBound
        try SettingsLoader.check(Array(text[start..<end].utf8), file: "example.yaml")
    }

    @Test("No two keys share a place or a variable")
    func unique() {
        let names = SettingsSchema.keys.map(\.name)
        #expect(Set(names).count == names.count)
        let variables = SettingsSchema.keys.compactMap(\.variable)
        #expect(Set(variables).count == variables.count)
    }
}
