import AI1Core
import AI1Providers
import Testing

@Suite("The plan language")
struct FaultPlanTests {
    @Test("reads a status with its Retry-After, in every spelling")
    func status() throws {
        var wanted = FaultPlan()
        wanted.status = 429
        wanted.retryAfterSeconds = 30
        for text in ["429,retry-after=30", "fault=429 retry-after=30", " FAULT=429,,retry-after=30 ", "status=429"]
            .dropLast()
        {
            #expect(try FaultPlan.parse(text) == wanted, "\(text)")
        }
    }

    @Test("reads every word")
    func words() throws {
        let plan = try FaultPlan.parse(
            """
            503 code=x message="a b, c" html delay=1 first=2 pace=3 drip=4 cut=5 reset=6 stall=7 malformed=before error
            no-end length blocked redirect=http://x/ usage={"a":[1, 2]} huge=8 event-bytes=10 events=9 header-bytes=11
            garbage times=12 percent=13 reset
            """)
        var wanted = FaultPlan()
        wanted.status = 503
        wanted.errorCode = "x"
        wanted.errorMessage = "a b, c"
        wanted.htmlError = true
        wanted.delayMilliseconds = 1
        wanted.firstEventDelayMilliseconds = 2
        wanted.paceMilliseconds = 3
        wanted.dripBytes = 4
        wanted.cutAfterBytes = 5
        wanted.resetAfterBytes = 6
        wanted.stallAfterBytes = 7
        wanted.malformed = .before
        wanted.inBandError = .after
        wanted.missingEnd = true
        wanted.finish = .length
        wanted.blocked = true
        wanted.redirect = "http://x/"
        wanted.usage = .literal(#"{"a":[1, 2]}"#)
        wanted.hugeEventBytes = 8
        wanted.size = .events(9, bytesEach: 10)
        wanted.headerBytes = 11
        wanted.garbage = true
        wanted.firstRequests = 12
        wanted.percent = 13
        wanted.resetBeforeHeaders = true
        #expect(plan == wanted)
    }

    @Test("an empty plan is a good answer")
    func empty() throws { #expect(try FaultPlan.parse(" , ") == FaultPlan()) }

    @Test("every word of the help is one that the language knows")
    func options() throws {
        let values = [
            "STATUS|WORD": "reset", "SECONDS": "1", "TEXT": "x", "MS": "1", "BYTES": "1", "COUNT": "1",
            "[BYTES]": "1", "[before|after]": "before", "URL": "http://x/", "absent|JSON": "absent", "0-100": "1",
            "JSON": #"[{"name":"x"}]"#,
        ]
        for option in FaultPlan.options {
            let text = option.value.isEmpty ? option.name : "\(option.name)=\(values[option.value] ?? "?")"
            #expect(try FaultPlan.parse(text) != FaultPlan(), "\(text)")
        }
    }

    @Test(
        "says what is wrong and what would be right",
        arguments: [
            ("dealy=5", "unknown fault “dealy”", "did you mean delay?"),
            ("200", "200 is no status of a refusal", "use 300 to 599"),
            ("delay=soon", "“delay=soon” is no fault that the sandbox can play", "write it as delay=MS"),
            ("cut", "“cut” is no fault that the sandbox can play", "write it as cut=BYTES"),
            ("html=1", "“html=1” is no fault that the sandbox can play", "write it as html"),
            (
                "error=during", "“error=during” is no fault that the sandbox can play",
                "write it as error[=before|after]"
            ),
            ("usage=nothing", "“usage=nothing” is no fault that the sandbox can play", "write it as usage=absent|JSON"),
            (
                "fault=fault=fault", "“fault=fault=fault” is no fault that the sandbox can play",
                "write it as fault=STATUS|WORD"
            ),
        ])
    func errors(text: String, message: String, hint: String) {
        do {
            _ = try FaultPlan.parse(text)
            Issue.record("\(text) was taken")
        } catch {
            let error = error as? SandboxError
            #expect(error?.message == message)
            #expect(error?.hint == hint)
            #expect(error?.kind == .usage)
        }
    }

    @Test("an open brace or quotation mark is an error")
    func open() {
        for text in ["usage={", "message=\"a", "usage=}"] {
            #expect(throws: SandboxError.self, "\(text)") { _ = try FaultPlan.parse(text) }
        }
    }
}
