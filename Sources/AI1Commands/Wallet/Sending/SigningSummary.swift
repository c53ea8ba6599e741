internal import AI1Chain
internal import AI1Wallet

/// What a person is told before a key signs a transaction: everything that it will do, in words and in numbers.
struct SigningSummary: Sendable, Hashable {
    /// What happens with it after a yes.
    enum Deed: String, Sendable, Hashable { case sign, send = "sign and send", publish = "send" }

    /// An amount in a unit that people use, and in the smallest one.
    struct Amount: Sendable, Hashable {
        /// Such as `25 AI1NET`.
        let text: String
        /// In the smallest unit: wei, or the token's own.
        let raw: UInt256
        /// What the smallest unit is called.
        let rawUnit: String
    }

    /// An account or contract that has a part in it.
    struct Party: Sendable, Hashable {
        let address: Address
        /// `@savings`, `main`, `AI1NET`; nil for an address that nobody named.
        var name: String?
        /// What is to be known about it: `first transfer to this address`.
        var notes: [Note] = []
    }

    /// A remark, and whether it is a warning.
    struct Note: Sendable, Hashable {
        let text: String
        let isWarning: Bool

        static func plain(_ text: String) -> Note { Note(text: text, isWarning: false) }
        static func warning(_ text: String) -> Note { Note(text: text, isWarning: true) }
    }

    /// What gas and publishing may cost.
    struct Fee: Sendable, Hashable {
        /// Gas limit × the highest price, and what is reckoned with for publishing, in wei.
        let worst: UInt256
        /// The same in the native coin, such as `0.000021 ETH`.
        let text: String
        let gasLimit: UInt64
        /// The highest price of a unit of gas, in wei.
        let gasPrice: UInt256
        /// The part of it that is a tip, in wei; nil for a transaction of one price.
        let priorityGasPrice: UInt256?
        /// What the chain takes beside gas; nil when nobody was asked.
        var publishing: PublishingFee?
        /// What is reckoned with for that, in the native coin; nil when it is nothing or not known.
        var publishingText: String?
    }

    /// The first word: `Send`, `Approve`, `Call`, `Deploy`, `Cancel`.
    var verb: String
    /// What is moved or allowed; nil where a contract is called with nothing.
    var amount: Amount?
    /// Who gets it, or may spend it; nil for a new contract.
    var to: Party?
    /// The contract that is called, where that is another than `to`.
    var contract: Party?
    var from: Party
    /// What `from` has, such as `1,204.5 AI1NET`.
    var balances: [String] = []
    var network: String
    var chainID: UInt64
    var nonce: UInt64
    var fee: Fee
    /// What the call does, one sentence a line.
    var effects: [String] = []
    /// Octets that go with it and that no words are known for.
    var data: [UInt8] = []
    /// What should make a person stop.
    var warnings: [String] = []
    var deed = Deed.send
    /// What has to be typed for a yes.
    var word = "yes"

    /// The question behind it all.
    var question: String { "Type \(word) to \(deed.rawValue):" }
}
