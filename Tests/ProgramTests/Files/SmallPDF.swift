/// PDF files by hand (ISO 32000-1), of a few hundred octets.
enum SmallPDF {
    /// A file with a line of text a page; an empty line for a page that has none.
    static func file(_ lines: [String], trailer: String = "") -> [UInt8] {
        let font = 3 + 2 * lines.count
        let pages = lines.indices.map { "\(3 + 2 * $0) 0 R" }.joined(separator: " ")
        var objects = [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [\(pages)] /Count \(lines.count) >>",
        ]
        for (index, line) in lines.enumerated() {
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents \(4 + 2 * index) 0 R "
                    + "/Resources << /Font << /F1 \(font) 0 R >> >> >>")
            let drawing = line.isEmpty ? "" : "BT /F1 12 Tf 20 100 Td (\(line)) Tj ET"
            objects.append("<< /Length \(drawing.utf8.count) >>\nstream\n\(drawing)\nendstream")
        }
        objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
        var text = "%PDF-1.4\n"
        var table = "0000000000 65535 f \n"
        for (index, object) in objects.enumerated() {
            let offset = String(text.utf8.count)
            table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n\(table)"
        text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(trailer) >>\nstartxref\n\(start)\n%%EOF\n"
        return Array(text.utf8)
    }

    /// A file that an unknown password protects: its check values are those of no password that anybody knows.
    static var protected: [UInt8] {
        let value = String(repeating: "5A", count: 32)
        return file(
            ["secret"],
            trailer:
                "/ID [<00112233> <00112233>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <\(value)> /U <\(value)> /P -4 >>"
        )
    }
}
