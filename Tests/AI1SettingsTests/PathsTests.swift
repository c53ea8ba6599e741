import AI1Settings
import Testing

@Suite("Paths")
struct PathsTests {
    @Test("The XDG defaults lie below HOME")
    func defaults() {
        let paths = Paths(environment: ["HOME": "/home/ada/"])
        #expect(paths.configFile == "/home/ada/.config/ai1/config.yaml")
        #expect(paths.keysFile == "/home/ada/.config/ai1/keys.yaml")
        #expect(paths.data == "/home/ada/.local/share/ai1")
        #expect(paths.state == "/home/ada/.local/state/ai1")
        #expect(paths.cache == "/home/ada/.cache/ai1")
        #expect(paths.system == ["/etc/xdg/ai1"])
    }

    @Test("Absolute XDG variables move the folders; empty and relative ones are ignored")
    func variables() {
        let paths = Paths(environment: [
            "HOME": "/home/ada", "XDG_CONFIG_HOME": "/c//", "XDG_DATA_HOME": "relative", "XDG_STATE_HOME": "",
            "XDG_CACHE_HOME": "/", "XDG_CONFIG_DIRS": "/one:relative::/two/",
        ])
        #expect(paths.config == "/c/ai1")
        #expect(paths.data == "/home/ada/.local/share/ai1")
        #expect(paths.state == "/home/ada/.local/state/ai1")
        #expect(paths.cache == "/ai1")
        #expect(paths.system == ["/one/ai1", "/two/ai1"])
    }

    @Test("AI1_HOME moves everything and hides the system's settings")
    func ownHome() {
        let paths = Paths(environment: ["HOME": "/home/ada", "AI1_HOME": "/x", "XDG_CONFIG_HOME": "/c"])
        #expect(
            [paths.config, paths.data, paths.state, paths.cache] == ["/x/config", "/x/data", "/x/state", "/x/cache"])
        #expect(paths.system.isEmpty)
        #expect(Paths(environment: ["AI1_HOME": "rel"], workingFolder: "/work").config == "/work/rel/config")
    }

    @Test("Without HOME the user database knows the home; without either nothing is writable")
    func noHome() {
        #expect(Paths(environment: [:], userDatabaseHome: { "/db" }).config == "/db/.config/ai1")
        #expect(Paths(environment: ["HOME": "rel"], userDatabaseHome: { "/db" }).home == "/db")
        let lost = Paths(environment: [:], userDatabaseHome: { nil })
        #expect(lost.config == "/nonexistent/.config/ai1")
        #expect(lost.home == nil)
        #expect(Paths.homeFromUserDatabase()?.hasPrefix("/") == true)
    }

    @Test("Paths in settings expand the home and start from the settings' folder")
    func expansion() {
        let paths = Paths(environment: ["HOME": "/home/ada"])
        #expect(paths.expand("~/key", from: "/x") == "/home/ada/key")
        #expect(paths.expand("~", from: "/x") == "/home/ada")
        #expect(paths.expand("key", from: "/x") == "/x/key")
        #expect(paths.expand("/key", from: "/x") == "/key")
        #expect(Paths.parent(of: "/a/b/c") == "/a/b")
        #expect(Paths.parent(of: "/a") == "/")
    }
}
