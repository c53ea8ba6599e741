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
