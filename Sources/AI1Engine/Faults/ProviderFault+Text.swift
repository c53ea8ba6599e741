package import AI1Core

extension ProviderFault {
    /// What happened, for a person: the status, unless the words have it, and the words without a full stop.
    package var text: String {
        var words = message[...]
        while words.last == "." { words.removeLast() }
        guard let status, !words.contains(String(status)) else { return String(words) }
        return "\(status) \(words)"
    }
}

extension ProviderFault {
    /// A passed deadline in terms of the whole request: the transport knows only what was left of it.
    func stating(deadlineMilliseconds milliseconds: Int64) -> ProviderFault {
        guard kind == .deadline else { return self }
        var fault = self
        let time = milliseconds % 1_000 == 0 ? "\(milliseconds / 1_000) s" : "\(milliseconds) ms"
        fault.message = "no complete answer within \(time)"
        return fault
    }
}
