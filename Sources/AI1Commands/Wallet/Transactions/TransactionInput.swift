internal import AI1Core
internal import AI1Wallet

/// A transaction that a command line names: raw hexadecimal digits, or a file that holds such or a document.
enum TransactionInput {
    /// What `-` stands for is read line by line elsewhere.
    static let standardInput = "-"

    /// - Throws: `CommandError` of code `inputMissing` or `badInput`; `WalletError` for what is no transaction
    static func read(_ word: String, _ desk: WalletDesk) throws -> TransactionDocument {
        let bytes =
            word.hasPrefix("0x") || word.hasPrefix("{")
            ? Array(word.utf8)
            : try InputFile.read(desk.path(word), limit: TransactionDocument.maximumByteCount)
        return try parse(bytes)
    }

    /// - Throws: `WalletError`
    static func parse(_ bytes: [UInt8]) throws -> TransactionDocument {
        do {
            return try TransactionDocument(parsing: bytes, describe: words)
        } catch let error as WalletError where error.hint == nil {
            throw WalletError(
                error.code, error.message,
                hint: "a transaction is 0x and hexadecimal digits, or what ai1 wallet tx build or tx sign printed")
        }
    }

    /// The words of a document: what follows from the transaction alone, so that every machine derives the same ones.
    static func words(_ transaction: Transaction) -> JSONObject? {
        let description = CallDescription(to: transaction.to, value: transaction.value, data: transaction.data)
        if case .unknown = description.action { return nil }
        return ["words": .string(description.words)]
    }

    /// The one that is signed.
    /// - Throws: `WalletError` of code `invalidTransaction`
    static func signed(_ document: TransactionDocument) throws -> SignedTransaction {
        guard case .signed(let signed) = document.payload else {
            throw WalletError(
                .invalidTransaction, "the transaction is not signed", hint: "sign it first: ai1 wallet tx sign")
        }
        return signed
    }
}
