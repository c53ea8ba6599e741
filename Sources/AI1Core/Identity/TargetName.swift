/// `provider/model`: the name of one model at one provider. The model part may itself contain slashes.
package struct TargetName: Sendable, Hashable, CustomStringConvertible {
    package let provider: String
    package let model: String

    package init(provider: String, model: String) {
        self.provider = provider
        self.model = model
    }

    package var description: String { "\(provider)/\(model)" }
}
