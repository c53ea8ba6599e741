/// Which resolved addresses a connection may be opened to.
enum AddressRule: Sendable, Hashable {
    /// Any, also through a proxy.
    case any
    /// This machine, without a proxy: what is called loopback must be it.
    case loopback
    /// The public Internet, without a proxy, since a proxy would resolve out of sight.
    case publicInternet

    /// - Parameters:
    ///   - address: nil for anything that is not the Internet Protocol
    ///   - isPublic: what counts as the public Internet
    func allows(_ address: IPAddress?, isPublic: (IPAddress) -> Bool) -> Bool {
        switch self {
        case .any: true
        case .loopback: address?.isLoopback == true
        case .publicInternet: address.map(isPublic) == true
        }
    }
}
