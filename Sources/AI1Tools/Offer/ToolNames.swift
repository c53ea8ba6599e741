internal import AI1Core

/// Names of tools for models: `server__tool`, of letters, digits, `_` and `-`, at most 64 characters, as OpenAI demands. What
/// has other characters, is longer, or would be the name of two tools ends in `_` and eight hexadecimal digits made from
/// `server/tool`: so a tool has the same name in every run, whatever else is offered.
enum ToolNames {
    static let longest = 64
    private static let separator = "__"

    /// A name for each tool, in their order.
    static func names(for tools: [ServerTool]) -> [String] {
        let plain = tools.map { plainName($0) }
        var counts: [String: Int] = [:]
        for name in plain { counts[name.text, default: 0] += 1 }
        return zip(tools, plain).map { tool, name in
            name.isExact && counts[name.text] == 1 ? name.text : marked(name.text, tool)
        }
    }

    private static func plainName(_ tool: ServerTool) -> (text: String, isExact: Bool) {
        let whole = tool.server + separator + tool.name
        let text = String(
            whole.unicodeScalars.map { scalar -> Character in
                isPlain(scalar) ? Character(scalar) : "_"
            })
        return (text, text == whole && text.utf8.count <= longest)
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && (scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value))
            || scalar == "_" || scalar == "-"
    }

    private static func marked(_ text: String, _ tool: ServerTool) -> String {
        // FNV-1a: what tells names apart, not what anything is trusted by.
        var checksum: UInt32 = 0x811C_9DC5
        for byte in tool.label.utf8 { checksum = (checksum ^ UInt32(byte)) &* 0x0100_0193 }
        let mark = "_" + hexadecimal(UInt64(checksum), width: 8)
        return String(text.prefix(longest - mark.utf8.count)) + mark
    }
}
