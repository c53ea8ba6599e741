import AI1Core
import AI1Engine
import AI1TestSupport
import Testing

@Suite("Requests that are sent once")
struct SendOnceTests {
    private static var once: AskPolicy {
        var policy = AskPolicy()
        policy.sendsOnce = true
        return policy
    }

    private static let two = [EngineBench.target("a"), EngineBench.target("b")]

    @Test(
        "after a fault that leaves open what the provider did nothing more is sent, to nobody",
        arguments: [
            ProviderFault(.transient, message: "reset"), ProviderFault(.malformed, message: "no HTTP"),
            ProviderFault(.slowFirstToken, message: "slow"), ProviderFault(.stalled, message: "stalled"),
            ProviderFault(.deadline, message: "late"),
        ])
    func open(fault: ProviderFault) async {
        let bench = EngineBench(["a": [.fault(fault)], "b": [Events.answer("hi")]], sleeping: .refused)
        let outcome = await bench.ask(Self.two, policy: Self.once)
        #expect(outcome.error != nil)
        #expect(bench.transport.hosts == ["a"])
    }

    @Test("a gateway's time-out leaves it open too", arguments: [504, 524])
    func gateway(status: Int) async {
        let bench = EngineBench(["a": [Events.refusal(status)], "b": [Events.answer("hi")]], sleeping: .refused)
        #expect(await bench.ask(Self.two, policy: Self.once).error != nil)
        #expect(bench.transport.hosts == ["a"])
    }

    @Test("whoever said no, or was never reached, is followed by another", arguments: [401, 404, 409, 429, 500, 503])
    func refused(status: Int) async {
        let bench = EngineBench(["a": [Events.refusal(status)], "b": [Events.answer("hi")]], sleeping: .refused)
        #expect(await bench.ask(Self.two, policy: Self.once).error == nil)
        let unreachable = EngineBench(
            ["a": [.fault(ProviderFault(.unreachable, message: "no host"))], "b": [Events.answer("hi")]],
            sleeping: .refused)
        #expect(await unreachable.ask(Self.two, policy: Self.once).error == nil)
    }
}
