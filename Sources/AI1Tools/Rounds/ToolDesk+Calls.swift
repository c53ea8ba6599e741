package import AI1Core

extension ToolDesk {
    /// A call that may be made, and what to say when not.
    private enum Plan {
        case run(ServerTool, JSONValue)
        case refuse(String)
        case deny(ServerTool)
    }

    /// Decides about the calls of one answer one after the other, makes those that are approved side by side, and returns what
    /// became of each, in their order.
    /// - Throws: `ToolError` of code `declined` when the user gives the request up; what the approver throws;
    ///   `CancellationError`
    package func perform(
        _ calls: [ToolCall], of offer: Offer, takesImages: Bool, approver: ToolApprover,
        report: @escaping @Sendable (ToolCallRecord) -> Void
    ) async throws -> [ToolCallRecord] {
        var plans: [Plan] = []
        for (index, call) in calls.enumerated() {
            try Task.checkCancellation()
            guard index < limits.callsPerAnswer else {
                plans.append(.refuse("more than \(limits.callsPerAnswer) calls in one answer are not made"))
                continue
            }
            plans.append(try await plan(call, offer, approver))
        }
        let records = await withTaskGroup(of: (Int, ToolCallRecord).self) { group in
            var records: [Int: ToolCallRecord] = [:]
            for (index, plan) in plans.enumerated() {
                if index >= limits.parallelCalls, let done = await group.next() { records[done.0] = done.1 }
                group.addTask {
                    let record = await carryOut(plan, calls[index], takesImages: takesImages)
                    report(record)
                    return (index, record)
                }
            }
            for await (index, record) in group { records[index] = record }
            return records
        }
        try Task.checkCancellation()
        return plans.indices.compactMap { records[$0] }
    }

    private func plan(_ call: ToolCall, _ offer: Offer, _ approver: ToolApprover) async throws -> Plan {
        guard let tool = offer.tool(call.name) else {
            return .refuse("there is no tool of that name")
        }
        guard call.arguments.utf8.count <= limits.argumentBytes else {
            return .refuse("the arguments are larger than \(limits.argumentBytes >> 10) KiB")
        }
        let text = call.arguments.isEmpty ? "{}" : call.arguments
        guard let arguments = try? JSONParser.parse(text), arguments.object != nil else {
            return .refuse("the arguments are not a JSON object")
        }
        return try await mayCall(tool, arguments, approver) ? .run(tool, arguments) : .deny(tool)
    }

    private func mayCall(_ tool: ServerTool, _ arguments: JSONValue, _ approver: ToolApprover) async throws -> Bool {
        guard let server = server(of: tool) else { return false }
        let rule = rule(for: tool)
        let identity = ToolIdentity.octets(of: tool, server.declaration)
        let standing = approvals.standing(tool.label, identity)
        switch (rule, standing, consent) {
        case (.deny, _, _): return false
        case (_, .approved, _): return true
        case (_, _, .never): return false
        case (_, .unknown, .allow): return true
        case (_, .changed, .allow), (_, _, .ask): break
        }
        let question = ToolQuestion(
            tool: tool, arguments: VisibleJSON.text(arguments), standing: standing, rule: rule)
        switch try await approver(question) {
        case .yes:
            // The configuration allows it: this was the confirmation.
            if rule == .allow { try approvals.approve(tool.label, identity) }
            return true
        case .always:
            try approvals.approve(tool.label, identity)
            return true
        case .no, .nobody: return false
        case .quit: throw ToolError(.declined, "given up at the question about \(tool.label)")
        }
    }

    private func carryOut(_ plan: Plan, _ call: ToolCall, takesImages: Bool) async -> ToolCallRecord {
        switch plan {
        case .refuse(let reason): return refusal(of: call, nil, .invalid, reason)
        case .deny(let tool): return refusal(of: call, tool, .denied, "the user denied this call")
        case .run(let tool, let arguments):
            let start = clock.monotonicNanoseconds
            var answer: ToolAnswer
            do {
                guard let server = server(of: tool) else { throw ToolError(.unknown, "its server is gone") }
                answer = ToolAnswer(result: try await server.call(tool, arguments), takesImages: takesImages, limits)
            } catch let error as ToolError {
                answer = .failure(error.message)
            } catch {
                answer = .failure("the call was cancelled")
            }
            return ToolCallRecord(
                call: call, tool: tool, arguments: VisibleJSON.text(arguments), decision: .approved, answer: answer,
                milliseconds: Double(clock.monotonicNanoseconds - start) / 1_000_000)
        }
    }

    private func refusal(
        of call: ToolCall, _ tool: ServerTool?, _ decision: ToolCallRecord.Decision, _ reason: String
    ) -> ToolCallRecord {
        let arguments = (try? JSONParser.parse(call.arguments.isEmpty ? "{}" : call.arguments)).map(VisibleJSON.text)
        return ToolCallRecord(
            call: call, tool: tool,
            arguments: arguments ?? VisibleJSON.text(.string(String(call.arguments.prefix(1_000)))),
            decision: decision, answer: .failure(reason), milliseconds: 0)
    }
}
