import AI1Core
import AI1TestSupport

/// Makes random events around the hot forms: members in any order, white space anywhere, escapes, decoys, further
/// members, and now and then something that is not ordinary at all.
struct EventMaker {
    private var random: SeededRandom

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    mutating func chatChunk() -> [UInt8] {
        var delta = [(#""content""#, chance(10) ? "null" : string())]
        if chance(4) { delta.append((#""role""#, #""assistant""#)) }
        if chance(6) { delta.append((#""refusal""#, chance(5) ? string() : "null")) }
        if chance(8) { delta.append((#""reasoning_content""#, chance(2) ? string() : "null")) }
        if chance(12) {
            delta.append((#""tool_calls""#, chance(2) ? "null" : #"[{"index":0,"function":{"name":"f"}}]"#))
        }
        if chance(12) { delta.append((#""content""#, string())) }
        var choice = [(#""index""#, chance(10) ? "1" : "0"), (#""delta""#, object(delta))]
        if chance(2) { choice.append((#""finish_reason""#, chance(12) ? #""stop""# : "null")) }
        if chance(3) { choice.append((#""logprobs""#, chance(8) ? extra() : "null")) }
        var chunk = [
            (#""id""#, #""chatcmpl-1""#), (#""choices""#, "[" + object(choice) + (chance(20) ? ",{}" : "") + "]"),
        ]
        if chance(2) { chunk.append((#""object""#, #""chat.completion.chunk""#)) }
        if chance(2) { chunk.append((#""created""#, number())) }
        if chance(3) {
            chunk.append((#""usage""#, chance(10) ? #"{"prompt_tokens":1,"completion_tokens":2}"# : "null"))
        }
        if chance(30) { chunk.append((#""error""#, chance(2) ? "null" : #"{"message":"no"}"#)) }
        if chance(30) { chunk.append((#""choices""#, "[]")) }
        return finish(chunk)
    }

    mutating func blockDelta() -> [UInt8] {
        let kind = chance(6) ? #""thinking_delta""# : #""text_delta""#
        var delta = [(#""type""#, kind), (#""text""#, string())]
        if chance(10) { delta.append((#""thinking""#, string())) }
        if chance(20) { delta.append((#""type""#, #""input_json_delta""#)) }
        let type = chance(10) ? #""message_stop""# : #""content_block_delta""#
        return finish([(#""type""#, type), (#""index""#, number()), (#""delta""#, object(delta))])
    }

    mutating func textDelta() -> [UInt8] {
        let type = chance(6) ? #""response.refusal.delta""# : #""response.output_text.delta""#
        var event = [(#""type""#, type), (#""delta""#, string()), (#""sequence_number""#, number())]
        if chance(2) { event.append((#""logprobs""#, "[]")) }
        if chance(20) { event.append((#""response""#, #"{"id":"r","model":"m"}"#)) }
        if chance(20) { event.append((#""error""#, #"{"message":"no"}"#)) }
        return finish(event)
    }

    private mutating func finish(_ members: [(String, String)]) -> [UInt8] {
        var members = members
        for _ in 0..<Int.random(in: 0...2, using: &random) { members.append((name(), extra())) }
        return Array((space() + object(members) + space()).utf8)
    }

    private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

    private mutating func space() -> String {
        chance(6) ? [" ", "\n", "\t", "\r\n  "].randomElement(using: &random) ?? "" : ""
    }

    private mutating func object(_ members: [(String, String)]) -> String {
        let written = members.shuffled(using: &random).map { space() + $0.0 + space() + ":" + space() + $0.1 + space() }
        return "{" + written.joined(separator: ",") + "}"
    }

    private mutating func number() -> String {
        ["0", "7", "1790000000", "-1", "1.5", "1e3", "12"].randomElement(using: &random) ?? "0"
    }

    private mutating func name() -> String {
        [#""system_fingerprint""#, #""x\u0063hoices""#, #""obfuscation""#, #""é""#, #""""#, #""provider""#, #""type""#]
            .randomElement(using: &random) ?? #""x""#
    }

    private mutating func extra() -> String {
        [
            "null", "true", #""plain""#, #""{\"choices\":[{\"delta\":{\"content\":\"decoy\"}}]}""#, "[]", "{}",
            "[1,[2]]",
            #"{"choices":[{"delta":{"content":"decoy"}}],"text":"decoy"}"#, "0", "12.5", #""\u00e9é""#,
        ].randomElement(using: &random) ?? "null"
    }

    private mutating func string() -> String {
        let pieces = [
            "word", " ", "é", "漢字", "😀", #"\n"#, #"\""#, #"\\"#, #"\/"#, #"\u00e9"#, #"\ud83d\ude00"#, #"\ud83d"#,
            #"\u0000"#,
            #"\"content\":\"x\""#, "{", "}", "[", "]", ",", ":", "\u{7F}", "data: ", "[DONE]", #"\t\b\f\r"#,
        ]
        var text = ""
        for _ in 0..<Int.random(in: 0...4, using: &random) { text += pieces.randomElement(using: &random) ?? "" }
        return "\"" + text + "\""
    }
}
