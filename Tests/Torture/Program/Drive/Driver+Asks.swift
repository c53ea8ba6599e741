extension Driver {
    func asks() async throws -> [Figure] { [] }
}
