internal import AI1Chain
internal import AI1Core
internal import AI1Terminal
internal import AI1Wallet

/// Tells on stderr what happens on a transaction's way. Where nobody watches, only what is out of the ordinary.
struct SendingNotices: Sendable {
    let errors: OutputStream
    let style: Style

    func show(_ notice: SendingNotice) {
        switch notice {
        case .journalled: return
        case .mined: guard errors.isTerminal else { return }
        case .waitsForSender, .sendsAgain, .journalBehind, .reorganised, .dropped, .waitsForEndpoint: break
        }
        line(notice.text)
    }

    /// It is as deep as was asked for.
    func confirmed(_ report: ReceiptReport, on network: Network) {
        guard errors.isTerminal else { return }
        let depth = report.confirmations == 1 ? "1 confirmation" : "\(report.confirmations) confirmations"
        let fee = TransactionReceiptView.fee(report.receipt).map { ", fee \(network.coin.text($0))" } ?? ""
        line("in block \(report.receipt.blockNumber), \(depth)\(fee)")
    }

    private func line(_ text: String) {
        try? errors.line(style.dim(TerminalCleaner.cleanLine(text, limit: 500)))
    }
}
