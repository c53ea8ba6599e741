internal import AI1Core

extension ChatTurn {
    /// What stands for an image that is not there: `[image: chart.png, 34 KB, not shown to this model]`.
    static func line(for image: ImagePart, name: String?, because why: String) -> String {
        let name = TerminalCleaner.cleanLine(name ?? image.mediaType, limit: 100)
        return "[image: \(name), \(ShownBytes.text(image.bytes.count)), \(why)]"
    }

    /// The turn with as many of its images, in their order, as together are not larger; a line stands for each other
    /// one.
    func keepingAttachments(upTo limitBytes: Int) -> ChatTurn {
        var turn = self
        var room = limitBytes
        var names = imageNames[...]
        var keptNames: [String] = []
        turn.user.parts = user.parts.map { part in
            guard case .image(let image) = part else { return part }
            let name = names.popFirst()
            guard image.bytes.count <= room else {
                return .text(Self.line(for: image, name: name, because: "too large to be kept"))
            }
            room -= image.bytes.count
            keptNames.append(name ?? image.mediaType)
            return part
        }
        turn.imageNames = keptNames
        return turn
    }
}
