internal import AI1Core

/// The octets of JSON-RPC 2.0: no networking, no state.
enum RPCWire {
    /// Why an answer cannot be used: lower case, without the answer's own words.
    struct Malformed: Error, Hashable {
        let reason: String

        init(_ reason: String) { self.reason = reason }
    }

    /// The body of one call.
    static func encode(_ request: RPCRequest, id: Int64) -> [UInt8] { value(request, id: id).encoded() }

    /// The body of a batch, whose ids rise by one from `firstID`.
    static func encode(_ requests: [RPCRequest], firstID: Int64) -> [UInt8] {
        JSONValue.array(requests.enumerated().map { value($1, id: firstID + Int64($0)) }).encoded()
    }

    private static func value(_ request: RPCRequest, id: Int64) -> JSONValue {
        [
            "jsonrpc": "2.0", "id": .integer(id), "method": .string(request.method),
            "params": .array(request.parameters),
        ]
    }

    /// An answer's body as JSON.
    static func parse(_ body: [UInt8]) throws(Malformed) -> JSONValue {
        do throws(JSONParser.Failure) { return try JSONParser.parse(body) } catch {
            throw Malformed("the answer is not JSON")
        }
    }

    /// The answer to one call. An error may have no id, when the endpoint could not or did not read the request.
    static func outcome(
        _ value: JSONValue, id: Int64, from endpoint: RPCEndpoint
    ) throws(Malformed) -> RPCReply.Outcome {
        guard let object = value.object, object["jsonrpc"]?.string == "2.0" else {
            throw Malformed("the answer is not JSON-RPC 2.0")
        }
        let error = object["error"].flatMap { $0.isNull ? nil : $0 }
        let itsID = object["id"] ?? .null
        guard itsID.number?.int64 == id || error != nil && itsID.isNull else {
            throw Malformed("the answer belongs to another request")
        }
        if let error {
            guard object["result"].map(\.isNull) ?? true, let failure = RPCFailure(error, from: endpoint) else {
                throw Malformed("the answer's error is none of JSON-RPC")
            }
            return .failure(failure)
        }
        guard let result = object["result"] else { throw Malformed("the answer has neither result nor error") }
        return .result(result)
    }

    /// The answers to a batch in the order of its calls, whatever the order they came in.
    static func outcomes(
        _ elements: [JSONValue], firstID: Int64, count: Int, from endpoint: RPCEndpoint
    ) throws(Malformed) -> [RPCReply.Outcome] {
        guard elements.count <= count else { throw Malformed("the answer to a batch has too many parts") }
        var outcomes: [RPCReply.Outcome?] = Array(repeating: nil, count: count)
        for element in elements {
            guard let id = element["id"]?.number?.int64, id >= firstID, id - firstID < Int64(count) else {
                throw Malformed("a part of the answer to a batch belongs to no call")
            }
            let place = Int(id - firstID)
            guard outcomes[place] == nil else { throw Malformed("two parts of an answer are for the same call") }
            outcomes[place] = try outcome(element, id: id, from: endpoint)
        }
        let complete = outcomes.compactMap(\.self)
        guard complete.count == count else {
            throw Malformed("the answer to a batch lacks \(count - complete.count) of \(count) parts")
        }
        return complete
    }
}
