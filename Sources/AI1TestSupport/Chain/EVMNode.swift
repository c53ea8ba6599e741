package import AI1Core

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A chain of a test's own: a node on 127.0.0.1 that runs until `stop()` or until nothing refers to it any more.
///
/// A suite that uses it has the trait `.enabled(if: ChainPython.isThere, "\(ChainPython.absence)")`.
package final class EVMNode: Sendable {
    /// How long a node may live, in seconds, whatever becomes of its test.
    private static let lifetimeSeconds = 600
    private static let startSeconds = 60

    /// The port of 127.0.0.1.
    package let port: UInt16
    /// The chain id (EIP-155).
    package let chainID: UInt64
    private let program: RunningProgram

    /// The address for clients.
    package var url: String { "http://127.0.0.1:\(port)" }

    /// Starts a node.
    /// - Parameters:
    ///   - chainID: the chain id that it enforces
    ///   - blockSeconds: how often it mines; nil for each transaction at once
    /// - Throws: `ProgramError` when Python is missing or the node does not come up
    package static func start(chainID: UInt64 = 31_337, blockSeconds: Double? = nil) async throws -> EVMNode {
        var words = ["--chain-id", "\(chainID)", "--lifetime", "\(lifetimeSeconds)"]
        if let blockSeconds { words += ["--block-time", "\(blockSeconds)"] }
        let program = try ChainPython.start("serve.py", words, input: .held, timeoutSeconds: lifetimeSeconds + 10)
        let isReady = try await program.waits(seconds: startSeconds) { $0.outputText.hasSuffix("\n") }
        let partial = program.partial
        let line = partial.outputText.split(separator: "\n").first?.split(separator: " ") ?? []
        guard isReady, line.count == 2, line[0] == "ready", let port = UInt16(line[1]) else {
            program.closeInput()
            throw ProgramError("the node does not come up: \(partial.errorText.suffix(400))")
        }
        return EVMNode(program: program, port: port, chainID: chainID)
    }

    private init(program: RunningProgram, port: UInt16, chainID: UInt64) {
        self.program = program
        self.port = port
        self.chainID = chainID
    }

    deinit { program.closeInput() }

    /// Ends the node and waits until it is gone.
    package func stop() async throws {
        program.closeInput()
        if try await !Eventually.holds(seconds: 5, { program.hasEnded }) { program.send(signal: SIGKILL) }
        _ = await program.result()
    }

    /// Carries out a method.
    /// - Returns: its result
    /// - Throws: `EVMNodeError` with the error that the node answers; `ProgramError` when it does not answer
    @discardableResult
    package func rpc(_ method: String, _ parameters: [JSONValue] = []) throws -> JSONValue {
        let answer = try exchange([
            "jsonrpc": "2.0", "id": 1, "method": .string(method), "params": .array(parameters),
        ])
        if let error = answer["error"] { throw EVMNodeError(method: method, error: error) }
        guard let result = answer["result"] else { throw ProgramError("\(method) has no result") }
        return result
    }

    /// Carries out a method whose result is a text.
    /// - Throws: as `rpc`
    package func text(_ method: String, _ parameters: [JSONValue] = []) throws -> String {
        guard let text = try rpc(method, parameters).string else { throw ProgramError("\(method) gives no text") }
        return text
    }

    /// Carries out a method whose result is a quantity that 63 bits hold.
    /// - Throws: as `rpc`
    package func quantity(_ method: String, _ parameters: [JSONValue] = []) throws -> Int {
        let text = try text(method, parameters)
        guard text.hasPrefix("0x"), let value = Int(text.dropFirst(2), radix: 16) else {
            throw ProgramError("\(method) gives no small quantity: \(text)")
        }
        return value
    }

    private func exchange(_ request: JSONValue) throws -> JSONValue {
        let client = try RawClient(port: port, timeoutSeconds: 60)
        client.post("/", String(decoding: request.encoded(), as: UTF8.self))
        let response = client.readResponse()
        guard response.status == 200, response.end == nil else {
            throw ProgramError("the node answers with status \(response.status)")
        }
        return try JSONParser.parse(response.body)
    }
}
