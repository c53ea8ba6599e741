import AI1Settings
import Testing

@Suite("Settings of credits")
struct CreditsSettingsTests {
    @Test("Credits are needed and a tenth comes back, unless the user says otherwise")
    func values() throws {
        let usual = try load(Scratch()).credits
        #expect(usual.mode == Sourced(.enforce, .builtIn) && usual.rewardBasisPoints == Sourced(1_000, .builtIn))
        let scratch = Scratch()
        let file = scratch.write("credits:\n  mode: track\n  reward: 0\n", to: "home/config/config.yaml")
        let set = try load(scratch).credits
        #expect(set.mode == Sourced(.track, .file(path: file, line: 2)))
        #expect(set.rewardBasisPoints == Sourced(0, .file(path: file, line: 3)))
    }

    @Test(
        "A reward is a part in per cent, rounded down to hundredths",
        arguments: [("100", 10_000), ("2.5", 250), ("0.019", 1), ("0.009", 0), ("1e1", 1_000)] as [(String, Int64)])
    func reward(text: String, basisPoints: Int64) throws {
        let scratch = Scratch()
        _ = scratch.write("credits:\n  reward: \(text)\n", to: "home/config/config.yaml")
        #expect(try load(scratch).credits.rewardBasisPoints.value == basisPoints)
    }

    @Test("A project that nobody trusts sets nothing of it, and says so")
    func project() throws {
        let scratch = Scratch()
        _ = scratch.write("credits:\n  mode: track\n  reward: 100\n", to: "work/.ai1.yaml")
        let settings = try load(scratch)
        #expect(settings.credits.mode.value == .enforce && settings.credits.rewardBasisPoints.value == 1_000)
        #expect(settings.notices.count == 1 && settings.notices[0].contains("credits.mode, credits.reward"))
    }

    private func load(_ scratch: Scratch) throws -> Settings {
        let paths = Paths(environment: ["AI1_HOME": scratch.file("home"), "HOME": scratch.path])
        return try SettingsLoader(
            paths: paths, environment: [:], workingFolder: scratch.file("work"),
            trust: TrustStore(file: paths.trustFile)
        ).load()
    }
}
