package import AI1Core

/// What was asked once in a chat, and everything that came of it.
package struct ChatTurn: Sendable, Hashable {
    /// Its place in the chat's file, from one; numbers of turns that were taken back are not used again.
    package var number: Int
    /// The last turn that was there when this one was asked; 0 for none.
    package var parent: Int
    /// What the user said.
    package var user: Message
    /// What the images of `user` are called, in their order.
    package var imageNames: [String]
    /// What came: the model's messages, with its tool calls and their results in between. The last may be cut.
    package var reply: [Message]
    /// Who answered; nil when nobody did.
    package var target: TargetName?
    package var requestID: RequestID
    package var time: Timestamp
    package var usage: TokenUsage?
    /// What it cost; nil when that is not known.
    package var charge: NanoUSD?
    package var state: AnswerRecord.State
    /// What the model was not shown, in words, as `FittedWindow.notes` has it.
    package var trimmed: [String]

    /// A turn that is to be added to a chat, which gives it its number.
    package init(
        user: Message, imageNames: [String] = [], reply: [Message], target: TargetName?, requestID: RequestID,
        time: Timestamp, usage: TokenUsage? = nil, charge: NanoUSD? = nil,
        state: AnswerRecord.State = .complete, trimmed: [String] = []
    ) {
        number = 0
        parent = 0
        self.user = user
        self.imageNames = imageNames
        self.reply = reply
        self.target = target
        self.requestID = requestID
        self.time = time
        self.usage = usage
        self.charge = charge
        self.state = state
        self.trimmed = trimmed
    }

    /// The text of the answer: what the model's messages say, joined by a blank line.
    package var answer: String {
        reply.filter { $0.role == .assistant }.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
}

/// What the oldest part of a chat said, shorter.
package struct ChatSummary: Sendable, Hashable {
    package var text: String
    /// The last turn that it covers.
    package var upTo: Int
    package var time: Timestamp
    package var target: TargetName?
    package var requestID: RequestID?
    package var charge: NanoUSD?

    package init(
        text: String, upTo: Int, time: Timestamp, target: TargetName? = nil, requestID: RequestID? = nil,
        charge: NanoUSD? = nil
    ) {
        self.text = text
        self.upTo = upTo
        self.time = time
        self.target = target
        self.requestID = requestID
        self.charge = charge
    }
}

/// What is set for a chat and goes with it. Nil means: as the settings have it.
package struct ChatSettings: Sendable, Hashable {
    /// As the user named it: `provider/model`, or a model that several providers have.
    package var model: String?
    package var role: String?
    package var system: String?
    package var objective: Objective?

    package init(
        model: String? = nil, role: String? = nil, system: String? = nil, objective: Objective? = nil
    ) {
        self.model = model
        self.role = role
        self.system = system
        self.objective = objective
    }
}
