import AI1Core
import AI1Evaluation
import Testing

@Suite("Recorded outcomes")
struct OutcomeReaderTests {
    private static let head = "id,prompt,task,model,score,cost_usd\n"

    @Test("Costs are exact integers, scores are kept, columns stand in any order, others are left alone")
    func values() throws {
        let table = try outcomes(
            "\u{FEFF}note,COST_USD, score ,model,task,prompt,id\r\nx,0.000000000001,0.25,m,math,\"a,\n\"\"b\"\"\",1\r\n"
                + "x,1.23,1,k,math,,1\r\n")
        #expect(table.models == ["k", "m"])
        #expect(table.costs == [1_230_000_000_000, 1] && table.scores == [1, 0.25])
        #expect(table.prompts.count == 1 && table.prompts[0].id == "1" && table.prompts[0].line == 2)
        #expect(table.prompts[0].lengthBytes == 6 && table.prompts[0].request.task == .math && !table.hasSplit)
    }

    @Test("Digits beyond a pico-dollar, which programs print without meaning them, are rounded up")
    func fineCosts() throws {
        let table = try outcomes(Self.head + "1,a,,m,1,0.00012749999999999998\n2,b,,m,1,7.8e-05\n")
        #expect(table.costs == [127_500_000, 78_000_000])
    }

    @Test("A task that is none of the router's is read off the prompt")
    func task() throws {
        let table = try outcomes(Self.head + "1,write a python function that sorts a list,mmlu-law,m,1,0\n")
        #expect(table.prompts[0].request.task == .code)
    }

    @Test(
        "What is wrong with a row is said with its line",
        arguments: [
            ("1,a,t,m,1.5,0\n", "line 2: the score is '1.5'"), ("1,a,t,m,-0.1,0\n", "line 2: the score is '-0.1'"),
            ("1,a,t,m,nan,0\n", "line 2: score is 'nan'"), ("1,a,t,m,,0\n", "line 2: score is ''"),
            ("1,a,t,m,0x1,0\n", "line 2: score is '0x1'"), ("1,a,t,m,\"0,5\",0\n", "line 2: score is '0,5'"),
            ("1,a,t,m,1,-0.1\n", "line 2: the cost is '-0.1'"), ("1,a,t,m,1,$1\n", "line 2: cost_usd is '$1'"),
            ("1,a,t,m,1,1001\n", "line 2: the cost is $1001"), ("1,a,t,m,1,1e400\n", "line 2: the cost is '1e400'"),
            ("1,a,t,m,1\n", "line 2: has 5 fields where the first line has 6"),
            ("1,a,t,m,1,0,9\n", "line 2: has 7 fields where the first line has 6"),
            (",a,t,m,1,0\n", "line 2: the id is empty or too long"),
            ("1,,t,m,1,0\n", "line 2: the prompt of id 1 is empty"),
            ("1,a,t,,1,0\n", "line 2: the model's name is empty or too long"),
            ("1,\"a\nb\",t,m,1,0\n1,a,t,m,1,0\n", "line 4: id 1 has another prompt than on line 2"),
            ("1,a,t,m,1,0\n1,a,t,n,1,0\n1,a,t,m,0,0\n", "line 4: a second outcome of m for id 1"),
        ])
    func rows(_ rows: String, _ message: String) {
        let error = #expect(throws: EvaluationError.self) { try outcomes(Self.head + rows) }
        #expect(error?.message == message && error?.code == .row && error?.hint != nil && error?.kind == .badData)
    }

    @Test(
        "What is wrong with the first line is said",
        arguments: [
            ("", "the file is empty"), ("\n\n", "the file is empty"),
            ("id,prompt,task,score,cost_usd\n", "the first line does not name the column model"),
            ("a,b\n", "the first line does not name the columns id, prompt, task, model, score, cost_usd"),
            ("id,prompt,task,model,score,cost_usd,id\n", "the first line names the column id twice"),
        ])
    func header(_ text: String, _ message: String) {
        let error = #expect(throws: EvaluationError.self) { try outcomes(text) }
        #expect(error?.message == message && error?.code == .header && error?.hint != nil)
    }

    @Test("A file with a first line only has nothing to evaluate")
    func nothing() {
        #expect(throws: EvaluationError(.tooFew, "the file has no row after the first line")) {
            try outcomes(Self.head)
        }
    }

    @Test("Other columns than the outcome's are checked too")
    func others() {
        let head = "id,prompt,task,model,score,cost_usd,input_tokens,split\n"
        func message(_ row: String) -> String? {
            #expect(throws: EvaluationError.self) { try outcomes(head + row) }?.message
        }
        #expect(message("1,a,t,m,1,0,many,test\n") == "line 2: the number of tokens is 'many'")
        #expect(message("1,a,t,m,1,0,5,dev\n") == "line 2: the split 'dev' is neither train nor test")
        #expect(
            message("1,a,t,m,1,0,5,test\n1,a,t,n,1,0,,train\n") == "line 3: id 1 has another split than on line 2")
    }

    @Test("Text that is not UTF-8 is refused")
    func encoding() {
        var reader = OutcomeReader(wantsFeatures: false)
        let bytes = Array(Self.head.utf8) + [UInt8(ascii: "1"), UInt8(ascii: ","), 0xE4] + Array(",t,m,1,0\n".utf8)
        let error = #expect(throws: EvaluationError.self) { try bytes.withUnsafeBufferPointer { try reader.feed($0) } }
        #expect(error?.message == "line 2: prompt is not UTF-8")
    }

    @Test("Control characters of a file do not reach a message")
    func hostile() {
        let error = #expect(throws: EvaluationError.self) { try outcomes(Self.head + "1,a,t,m,\u{1B}[31mred,0\n") }
        #expect(error?.message == "line 2: score is 'red'")
    }
}
