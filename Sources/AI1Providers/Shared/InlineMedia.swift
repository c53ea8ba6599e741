internal import AI1Core

/// Media inside a JSON answer, in base64.
enum InlineMedia {
    /// - Parameters:
    ///   - mediaType: what the provider says that it is; samples without a frame are put into a WAVE file
    /// - Throws: `ProviderFault` of kind `malformed` when it is not base64
    static func part(_ data: String, mediaType: String) throws(ProviderFault) -> MediaPart {
        guard let bytes = Base64.decode(data), !bytes.isEmpty else {
            throw ProviderFault(.malformed, message: "the media in the answer is not base64")
        }
        if let rate = WaveFile.rate(ofType: mediaType) {
            return MediaPart(
                mediaType: MediaFormat.wav.mediaType, bytes: WaveFile.make(samples: bytes, rate: rate))
        }
        return MediaPart(mediaType: mediaType, bytes: bytes)
    }
}
