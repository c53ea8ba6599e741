import AI1Documents
import Testing

@Suite("Character sets")
struct CharsetTests {
    @Test(
        "Text of a set becomes UTF-8",
        arguments: [
            ("ISO-8859-1", [0x6E, 0xEF, 0x80], "nï€"), ("iso-8859-15", [0xA4], "€"), ("windows-1251", [0xCF], "П"),
            ("Shift_JIS", [0x93, 0xFA, 0x96, 0x7B], "日本"), ("euc-jp", [0xC6, 0xFC], "日"), ("big5", [0xA4, 0xA4], "中"),
            ("gbk", [0xD6, 0xD0], "中"), ("euc-kr", [0xC7, 0xD1], "한"), ("utf-16le", [0x41, 0, 0xAC, 0x20], "A€"),
            ("\"utf-8\"", [0xC3, 0xA9], "é"), ("latin1", [0x41, 0x81, 0x42], "AB"),
        ] as [(String, [UInt8], String)])
    func decodes(label: String, bytes: [UInt8], text: String) throws {
        let charset = try #require(Charset(label: label))
        #expect(charset.decode(bytes).map { String(decoding: $0, as: UTF8.self) } == text)
    }

    @Test("Octets that are none of a set are refused")
    func refuses() {
        #expect(Charset(label: "utf-8")?.decode([0xFF]) == nil)
        #expect(Charset(label: "shift_jis")?.decode([0x93]) == nil)
        #expect(Charset(label: "utf-16le")?.decode([0x00, 0xD8, 0x41, 0x00]) == nil)
    }

    @Test(
        "A label that is no set in use is none", arguments: ["", "iso-2022-cn-ext", "utf-8//translit", "../x", "utf-7"])
    func unknown(label: String) { #expect(Charset(label: label) == nil) }
}
