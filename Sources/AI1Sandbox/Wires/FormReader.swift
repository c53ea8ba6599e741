internal import AI1Core

/// Reads a form with files in it (RFC 7578).
enum FormReader {
    /// Fields beyond so many are not read.
    private static let fieldLimit = 64

    struct Field {
        let name: String
        let mediaType: String?
        let bytes: [UInt8]
    }

    static func fields(_ request: RecordedRequest) -> [Field] {
        let type = request[header: "content-type"] ?? ""
        guard type.hasPrefix("multipart/form-data"),
            let boundary = type.split(separator: ";").map({ $0.filter { $0 != " " && $0 != "\"" } })
                .first(where: { $0.hasPrefix("boundary=") })?.dropFirst("boundary=".count)
        else { return [] }
        let mark = Array("--\(boundary)".utf8)
        let body = request.body
        var fields: [Field] = []
        var start = find(mark, in: body, from: 0)
        while let begin = start, fields.count < fieldLimit {
            let next = find(Array("\r\n".utf8) + mark, in: body, from: begin + mark.count)
            guard let next, let field = field(Array(body[begin + mark.count + 2..<max(begin + mark.count + 2, next)]))
            else { return fields }
            fields.append(field)
            start = next + 2
        }
        return fields
    }

    private static func field(_ bytes: [UInt8]) -> Field? {
        guard let end = find(Array("\r\n\r\n".utf8), in: bytes, from: 0) else { return nil }
        let lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n")
        var name: String?
        var mediaType: String?
        for line in lines {
            let lower = line.lowercased()
            if lower.hasPrefix("content-type:") { mediaType = String(line.dropFirst(13).drop { $0 == " " }) }
            if lower.hasPrefix("content-disposition:"), let range = line.firstRange(of: " name=\"") {
                name = String(line[range.upperBound...].prefix { $0 != "\"" })
            }
        }
        return name.map { Field(name: $0, mediaType: mediaType, bytes: Array(bytes[(end + 4)...])) }
    }

    private static func find(_ wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
        var index = start
        while index + wanted.count <= bytes.count {
            if bytes[index] == first, bytes[index..<index + wanted.count].elementsEqual(wanted) { return index }
            index += 1
        }
        return nil
    }
}
