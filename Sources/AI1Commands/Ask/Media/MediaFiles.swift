internal import AI1Core

/// The files of `-o` for one or several pieces: made before anything is paid for, so that what comes has its place.
struct MediaFiles {
    let files: [AnswerFile]

    /// - Parameters:
    ///   - path: `x.png` becomes `x-1.png`, `x-2.png` and so on when there are several
    ///   - count: how many pieces are asked for
    /// - Throws: `CommandError` of code `cannotCreate`
    init(_ path: String, count: Int) throws {
        var files: [AnswerFile] = []
        do {
            for number in 1...max(count, 1) {
                files.append(try AnswerFile(count > 1 ? Self.numbered(path, number) : path))
            }
        } catch {
            for file in files { file.discard() }
            throw error
        }
        self.files = files
    }

    /// Writes each piece into its file and puts the files in their places; those that got nothing are removed.
    /// - Returns: the paths, in the order of the pieces
    /// - Throws: `CommandError` of code `writeFailed`; nothing is left then of what is not in its place
    func keep(_ media: [MediaPart]) throws -> [String] {
        var kept: [String] = []
        do {
            for (file, part) in zip(files, media) {
                try file.stream.write(part.bytes)
                try file.keep()
                kept.append(file.path)
            }
        } catch {
            for file in files.dropFirst(kept.count) { file.discard() }
            throw error
        }
        for file in files.dropFirst(kept.count) { file.discard() }
        return kept
    }

    func discard() { for file in files { file.discard() } }

    private static func numbered(_ path: String, _ number: Int) -> String {
        let name = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        guard let point = path[name...].lastIndex(of: "."), point > name else { return "\(path)-\(number)" }
        return path[..<point] + "-\(number)" + path[point...]
    }
}
