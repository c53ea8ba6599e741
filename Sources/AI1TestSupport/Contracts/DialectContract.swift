// The static toolchain, which the torture program is built with, has no Testing.
#if canImport(Testing)
    internal import AI1Core
    package import Testing

    /// The contract that every dialect keeps. Each function checks one clause on one example and records what breaks it.
    package enum DialectContract {
        /// Every clause.
        package static func check(_ example: DialectExample, _ location: SourceLocation = #_sourceLocation) throws {
            try wire(example, location)
            wholeAnswer(example, location)
            everySplit(example, location)
            byteByByte(example, location)
            cuts(example, location)
            randomPieces(example, location)
            damage(example, location)
        }

        /// Method, URL, header fields and body are as documented; the key is in one field, which can be shown redacted.
        package static func wire(_ example: DialectExample, _ location: SourceLocation = #_sourceLocation) throws {
            let request = try example.dialect.encode(example.request, for: example.target)
            #expect(request.method == .post, "\(example.title)", sourceLocation: location)
            #expect(request.url == example.url, "\(example.title)", sourceLocation: location)
            #expect(request.policy == .provider, "\(example.title)", sourceLocation: location)
            for field in example.headers {
                let values = request.headers.filter { $0.name.lowercased() == field.name.lowercased() }.map(\.value)
                #expect(values == [field.value], "\(example.title): \(field.name)", sourceLocation: location)
            }
            let key = example.target.endpoint.key?.reveal()
            #expect(request.headers.filter(\.isSecret).count == (key == nil ? 0 : 1), sourceLocation: location)
            if let key {
                let shown = request.headers.map(\.redactedValue).joined() + request.url
                #expect(
                    !shown.contains(key) && !occurs(key, in: request.body), "\(example.title)", sourceLocation: location
                )
            }
            let sent = try JSONParser.parse(request.body)
            let documented = try JSONParser.parse(example.body)
            #expect(sent == documented, "\(example.title): sent \(sent.text)", sourceLocation: location)
        }

        /// The answer in one piece means what it should.
        package static func wholeAnswer(_ example: DialectExample, _ location: SourceLocation = #_sourceLocation) {
            let answer = decode(example)
            #expect(answer.fault == nil, "\(example.title)", sourceLocation: location)
            #expect(answer.text == example.expected.text, "\(example.title)", sourceLocation: location)
            #expect(answer.reasoning == example.expected.reasoning, "\(example.title)", sourceLocation: location)
            #expect(answer.toolCalls == example.expected.toolCalls, "\(example.title)", sourceLocation: location)
            #expect(answer.usage == example.expected.usage, "\(example.title)", sourceLocation: location)
            #expect(answer.finish == example.expected.finish, "\(example.title)", sourceLocation: location)
            #expect(answer.finishCount == 1, "\(example.title)", sourceLocation: location)
            #expect(answer.servedModel == example.expected.servedModel, "\(example.title)", sourceLocation: location)
            #expect(answer.providerID == example.expected.providerID, "\(example.title)", sourceLocation: location)
            #expect(answer.events > 0, "\(example.title)", sourceLocation: location)
        }

        /// Cut in two at any place, it means the same.
        package static func everySplit(_ example: DialectExample, _ location: SourceLocation = #_sourceLocation) {
            let whole = decode(example)
            for split in 1..<max(1, example.answer.count) where decode(example, sizes: [split]) != whole {
                Issue.record("\(example.title): split at octet \(split) changes the answer", sourceLocation: location)
            }
        }

        /// Octet by octet, it means the same.
        package static func byteByByte(_ example: DialectExample, _ location: SourceLocation = #_sourceLocation) {
            let single = decode(example, sizes: Array(repeating: 1, count: example.answer.count))
            #expect(single == decode(example), "\(example.title)", sourceLocation: location)
        }

        /// Ended early, it is a cut and never a finish; what came is a beginning of the answer.
        package static func cuts(_ example: DialectExample, _ location: SourceLocation = #_sourceLocation) {
            for length in 0..<example.answer.count {
                let answer = decode(example, prefix: length)
                if length >= example.completeAfter {
                    if answer.fault != nil || answer.finish != example.expected.finish {
                        Issue.record(
                            "\(example.title): complete after \(length) octets, yet no finish", sourceLocation: location
                        )
                    }
                } else if answer.finish != nil || answer.fault?.kind != .cut {
                    let fault = String(describing: answer.fault)
                    Issue.record(
                        "\(example.title): cut after \(length) octets gives \(fault)", sourceLocation: location)
                } else if !example.expected.text.utf8.starts(with: answer.text.utf8) {
                    Issue.record("\(example.title): cut after \(length) octets invents text", sourceLocation: location)
                }
            }
        }

        /// In pieces of random sizes, it means the same.
        package static func randomPieces(
            _ example: DialectExample, _ location: SourceLocation = #_sourceLocation, rounds: Int = 100
        ) {
            let whole = decode(example)
            for round in 0..<rounds {
                var random = SeededRandom(seed: UInt64(round))
                let largest = Int.random(in: 1...64, using: &random)
                let sizes = (0..<example.answer.count).map { _ in Int.random(in: 1...largest, using: &random) }
                if decode(example, sizes: sizes) != whole {
                    Issue.record(
                        "\(example.title): random pieces with seed \(round) change it", sourceLocation: location)
                }
            }
        }

        /// Damaged at random, it is read or refused with a fault in one clean line, and nothing else happens.
        package static func damage(
            _ example: DialectExample, _ location: SourceLocation = #_sourceLocation, rounds: Int = 300
        ) {
            for round in 0..<rounds {
                var random = SeededRandom(seed: UInt64(round) &+ 1_000)
                var body = example.answer
                for _ in 0..<Int.random(in: 1...4, using: &random) where !body.isEmpty {
                    let place = Int.random(in: 0..<body.count, using: &random)
                    switch Int.random(in: 0...2, using: &random) {
                    case 0: body[place] = UInt8.random(in: 0...255, using: &random)
                    case 1: body.remove(at: place)
                    default: body.insert(UInt8.random(in: 0...255, using: &random), at: place)
                    }
                }
                let answer = DecodedAnswer.decoding(
                    body, sizes: [body.count / 2], with: example.dialect.decoder(for: example.request))
                let message = answer.fault?.message ?? "read"
                let isClean =
                    !message.isEmpty && !message.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
                if answer.finishCount > 1 || !isClean || answer.usage?.isValid == false {
                    Issue.record(
                        "\(example.title): damage with seed \(round) gives \(answer)", sourceLocation: location)
                }
            }
        }

        private static func decode(_ example: DialectExample, sizes: [Int] = [], prefix: Int? = nil) -> DecodedAnswer {
            let body = prefix.map { Array(example.answer.prefix($0)) } ?? example.answer
            return DecodedAnswer.decoding(body, sizes: sizes, with: example.dialect.decoder(for: example.request))
        }

        private static func occurs(_ text: String, in bytes: [UInt8]) -> Bool {
            String(decoding: bytes, as: UTF8.self).contains(text)
        }
    }
#endif
