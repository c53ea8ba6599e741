internal import AI1Core
internal import AI1Storage

extension Connection {
    /// The number of a target, which gets one when it has none.
    func number(of target: TargetName) throws -> Int64 {
        if let known = try knownNumber(of: target) { return known }
        let insert = try statement(HistorySQL.insertTarget)
        insert.bind(1, target.provider)
        insert.bind(2, target.model)
        try insert.run()
        return lastRowID
    }

    /// The number of a target; nil when it was never met.
    func knownNumber(of target: TargetName) throws -> Int64? {
        let find = try statement(HistorySQL.targetNumber)
        find.bind(1, target.provider)
        find.bind(2, target.model)
        defer { find.reset() }
        return try find.step() ? find.integer(0) : nil
    }

    /// A number that is remembered under a name.
    func note(_ name: String) throws -> Int64? {
        let find = try statement(HistorySQL.note)
        find.bind(1, name)
        defer { find.reset() }
        return try find.step() ? find.integer(0) : nil
    }

    func setNote(_ name: String, _ value: Int64) throws {
        let put = try statement(HistorySQL.putNote)
        put.bind(1, name)
        put.bind(2, value)
        try put.run()
    }
}
