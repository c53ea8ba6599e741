internal import AI1Core

/// A form with a file in it (RFC 7578).
struct MultipartForm {
    private let boundary: String
    private var body: [UInt8] = []

    /// - Parameter boundary: of characters that need no quotation marks, and that no part holds
    init(boundary: String) { self.boundary = boundary }

    var contentType: String { "multipart/form-data; boundary=\(boundary)" }

    mutating func add(_ name: String, _ value: String) {
        body += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
    }

    /// - Parameter fileName: of plain letters; its ending tells some servers the format
    mutating func add(_ name: String, fileName: String, _ part: MediaPart) {
        let head =
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"; filename=\"\(fileName)\"\r\n"
            + "Content-Type: \(part.mediaType)\r\n\r\n"
        body.reserveCapacity(body.count + part.bytes.count + 512)
        body += Array(head.utf8) + part.bytes + Array("\r\n".utf8)
    }

    /// The whole form.
    var encoded: [UInt8] { body + Array("--\(boundary)--\r\n".utf8) }
}
