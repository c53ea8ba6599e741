internal import AI1Core
internal import CCurl

// What libcurl calls, always on the engine's thread and with the transfer as its last argument.
extension Transfer {
    private static func of(_ argument: UnsafeMutableRawPointer?) -> Transfer? {
        argument.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }

    static let onHeader: curl_write_callback = { text, size, count, argument in
        let length = size * count
        guard let transfer = Transfer.of(argument) else { return 0 }
        // Any other number than the length makes libcurl give up.
        return transfer.receivedHeader(UnsafeRawBufferPointer(start: text, count: length)) ? length : length &+ 1
    }

    static let onBody: curl_write_callback = { bytes, size, count, argument in
        let length = size * count
        guard let transfer = Transfer.of(argument) else { return 0 }
        switch transfer.receivedBody(UnsafeRawBufferPointer(start: bytes, count: length)) {
        case .accepted: return length
        case .pause: return Int(CURL_WRITEFUNC_PAUSE)
        case .closed: return length &+ 1
        }
    }

    static let onRead: curl_read_callback = { buffer, size, count, argument in
        guard let buffer, let transfer = Transfer.of(argument) else { return Int(CURL_READFUNC_ABORT) }
        let left = transfer.exchange.request.body.dropFirst(transfer.uploadOffset).prefix(size * count)
        left.withUnsafeBytes { UnsafeMutableRawBufferPointer(start: buffer, count: $0.count).copyMemory(from: $0) }
        transfer.uploadOffset += left.count
        return left.count
    }

    /// libcurl sends a body again from its start when a kept connection turns out to be closed.
    static let onSeek: curl_seek_callback = { argument, offset, origin in
        guard let transfer = Transfer.of(argument), origin == 0,
            offset >= 0, offset <= transfer.exchange.request.body.count
        else { return Int32(CURL_SEEKFUNC_FAIL) }
        transfer.uploadOffset = Int(offset)
        return Int32(CURL_SEEKFUNC_OK)
    }

    /// Sees the resolved address, whoever resolved it, and refuses what the rule forbids.
    static let onOpenSocket: curl_opensocket_callback = { argument, _, address in
        guard let address, let transfer = Transfer.of(argument) else { return curl_socket_t(CURL_SOCKET_BAD) }
        var octets = [UInt8](repeating: 0, count: 16)
        let count = ai1_curl_address_octets(address, &octets)
        let ip = IPAddress(octets: octets.prefix(count))
        guard transfer.rule.allows(ip, isPublic: transfer.settings.isPublic) else {
            transfer.refusedAddress = ip
            return curl_socket_t(CURL_SOCKET_BAD)
        }
        return ai1_curl_open_socket(address)
    }

    static let onDebug: curl_debug_callback = { _, type, text, length, argument in
        guard let transfer = Transfer.of(argument), let trace = transfer.settings.trace else { return 0 }
        let mark: String
        switch type {
        case CURLINFO_TEXT: mark = "*"
        case CURLINFO_HEADER_IN: mark = "<"
        case CURLINFO_HEADER_OUT: mark = ">"
        default: return 0
        }
        for line in transfer.redactor.lines(UnsafeRawBufferPointer(start: text, count: length), mark: mark) {
            trace(line)
        }
        return 0
    }
}
