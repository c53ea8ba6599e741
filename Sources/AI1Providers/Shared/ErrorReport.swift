internal import AI1Core

/// What a provider says about a failure, in whichever of the known forms: OpenAI's and its imitators', Anthropic's,
/// Google's, Ollama's bare string, FastAPI's `detail`.
struct ErrorReport {
    /// Every machine-readable word about it (code, type, status, reason), in lower case.
    private(set) var codes: [String] = []
    /// An HTTP status named inside the report.
    private(set) var status: Int?
    private(set) var message = ""
    private(set) var retryAfterMilliseconds: Int64?

    /// Reads a body that is an error; nil when it says nothing that is understood.
    init?(_ value: JSONValue) {
        let value = value[0] ?? value
        guard value.object != nil else { return nil }
        if let error = value["error"], error.object != nil || error.string?.isEmpty == false {
            if let text = error.string {
                message = text
                add(value["code"])
                add(value["type"])
            } else {
                read(error)
            }
        } else if let detail = value["detail"], !detail.isNull {
            message = detail.string ?? detail[0]?["msg"]?.string ?? detail.text
        } else if value["object"]?.string == "error" || value["type"]?.string == "error"
            || value["message"]?.string != nil
        {
            read(value)
        } else {
            return nil
        }
    }

    /// Reads an event or document of an answer that began well; nil when it is no error. A bare `message` is none
    /// there.
    init?(inBand value: JSONValue) {
        guard
            value["error"]?.object != nil || value["error"]?.string?.isEmpty == false
                || value["object"]?.string == "error"
                || value["type"]?.string == "error" || value[0]?["error"]?.object != nil
        else { return nil }
        self.init(value)
    }

    private mutating func read(_ error: JSONValue) {
        message = error["message"]?.string ?? error["msg"]?.string ?? ""
        for name in ["code", "type", "status"] { add(error[name]) }
        add(error["innererror"]?["code"])
        if error["metadata"]?["flagged_input"] != nil { codes.append("content_filter") }
        for detail in error["details"]?.array ?? [] { readDetail(detail) }
    }

    private mutating func add(_ value: JSONValue?) {
        if let text = value?.string {
            codes.append(text.lowercased())
            if let number = Int(text), (400..<600).contains(number) { status = number }
        } else if let number = value?.number?.int64, (400..<600).contains(number) {
            status = Int(number)
        }
    }

    /// One of Google's `google.rpc` details.
    private mutating func readDetail(_ detail: JSONValue) {
        add(detail["reason"])
        if let delay = detail["retryDelay"]?.string, delay.hasSuffix("s") {
            retryAfterMilliseconds = RetryDelay.milliseconds(seconds: String(delay.dropLast()))
        }
        for violation in detail["violations"]?.array ?? []
        where violation["quotaId"]?.string?.contains("PerDay") == true {
            codes.append("daily_quota_exhausted")
        }
    }
}
