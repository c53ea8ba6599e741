internal import AI1TestSupport

extension User {
    /// The same person with keys for the large providers, all of whose addresses lead to one server.
    func withAllProviders(at server: FaultServer) -> User {
        WireCase.all.reduce(self) { $0.with($1.variables(server)) }
    }
}
