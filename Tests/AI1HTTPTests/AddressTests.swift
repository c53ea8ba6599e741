import Testing

@testable import AI1HTTP

@Suite("IP addresses")
struct AddressTests {
    @Test(
        "addresses of the public Internet are public",
        arguments: [
            "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
            "128.0.0.0", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.0",
            "192.167.255.255",
            "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255", "2606:4700:4700::1111",
            "2a00:1450:4001::200e", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::1", "2001:200::1",
        ])
    func isPublic(_ text: String) throws {
        #expect(try #require(IPAddress(text)).isPublic)
    }

    @Test(
        "private, local, shared, multicast and reserved addresses are not public, in any form",
        arguments: [
            "0.0.0.0", "0.1.2.3", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.127.255.255", "127.0.0.1",
            "127.255.255.255", "169.254.0.0", "169.254.169.254", "169.254.255.255", "172.16.0.0", "172.31.255.255",
            "192.0.0.0", "192.0.0.255", "192.0.2.1", "192.88.99.1", "192.168.0.0", "192.168.255.255", "198.18.0.0",
            "198.19.255.255", "198.51.100.7", "203.0.113.7", "224.0.0.1", "239.255.255.255", "240.0.0.1",
            "255.255.255.255", "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
            "::ffff:169.254.169.254", "::ffff:0:127.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b::192.168.1.1",
            "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "2002:c0a8:101::1", "3fff::1",
            "fc00::1", "fd12:3456::1", "fdff:ffff::", "fe80::1", "febf::1", "fec0::1", "ff02::1", "5f00::1", "4000::1",
        ])
    func isNotPublic(_ text: String) throws {
        #expect(try #require(IPAddress(text)).isPublic == false)
    }

    @Test("loopback is 127.0.0.0/8 and ::1, and nothing that merely maps to it")
    func loopback() throws {
        for text in ["127.0.0.1", "127.255.0.9", "::1", "[::1]"] { #expect(try #require(IPAddress(text)).isLoopback) }
        for text in ["126.0.0.1", "128.0.0.1", "0.0.0.0", "::", "::2", "::ffff:127.0.0.1", "10.0.0.1"] {
            #expect(try #require(IPAddress(text)).isLoopback == false)
        }
    }

    @Test(
        "text that is no address is not read",
        arguments: ["", "localhost", "127.1", "0x7f.1", "1.2.3.256", "[::1", "::g"])
    func noAddress(_ text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test("an address is written in its usual form", arguments: ["192.168.1.9", "2001:db8::1", "::", "fe80::1:0:0:2"])
    func description(_ text: String) throws {
        #expect(try #require(IPAddress(text)).description == text)
    }

    @Test("octets of another number than 4 or 16 are no address")
    func octets() {
        #expect(IPAddress(octets: [127, 0, 0, 1]) == .v4(0x7F00_0001))
        #expect(IPAddress(octets: [UInt8](repeating: 0, count: 15) + [1]) == .v6(high: 0, low: 1))
        #expect(IPAddress(octets: [UInt8]()) == nil)
        #expect(IPAddress(octets: [1, 2, 3]) == nil)
    }
}
