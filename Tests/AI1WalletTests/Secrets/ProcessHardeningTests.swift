#if os(Linux)
    import Glibc
    import Testing

    @testable import AI1Wallet

    @Suite("A process that holds secrets")
    struct ProcessHardeningTests {
        @Test("It leaves no core when it crashes, and cannot be made to again")
        func noCores() async {
            await #expect(processExitsWith: .success) {
                #expect(ProcessHardening.apply())
                var limit = rlimit()
                getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
                #expect(limit.rlim_cur == 0)
                #expect(limit.rlim_max == 0)
            }
        }

        @Test("It can still read what is its own")
        func ownDescriptors() async {
            await #expect(processExitsWith: .success) {
                ProcessHardening.apply()
                var ends: [Int32] = [0, 0]
                pipe(&ends)
                write(ends[1], "secret", 6)
                close(ends[1])
                let secret = try SecretInput.read(file: "/dev/fd/\(ends[0])")
                #expect(secret.shownText == "secret")
            }
        }
    }
#endif
