/// The table of what a person is warned of, one rule a line. It finds the usual ways, not every way.
enum ShellRules {
    /// The most warnings that are given; more are not read either.
    private static let limit = 8

    private struct Rule: Sendable {
        let kind: ShellWarning.Kind
        /// Why a call is to be warned of; nil when it is not.
        let reason: @Sendable (ShellCall) -> String?
    }

    private static let rules: [Rule] = [
        Rule(kind: .administrator, reason: administrator), Rule(kind: .deletes, reason: deletes),
        Rule(kind: .device, reason: device), Rule(kind: .fileSystem, reason: fileSystem),
        Rule(kind: .permissions, reason: permissions), Rule(kind: .systemFile, reason: systemFile),
        Rule(kind: .startFile, reason: startFile), Rule(kind: .unseenCode, reason: unseenCode),
        Rule(kind: .unknownProgram, reason: unknownProgram), Rule(kind: .machine, reason: machine),
        Rule(kind: .processes, reason: processes), Rule(kind: .versionControl, reason: versionControl),
    ]

    /// What there is to say about a command, each thing once.
    static func warnings(for command: String) -> [ShellWarning] {
        var found: [ShellWarning] = []
        if isForkBomb(command) {
            found.append(ShellWarning(.forkBomb, "a function calls itself twice, without end: it takes all processes"))
        }
        for call in ShellCall.calls(in: command) {
            for rule in rules {
                guard let reason = rule.reason(call) else { continue }
                let warning = ShellWarning(rule.kind, reason)
                if !found.contains(warning) { found.append(warning) }
            }
        }
        found += LookAlike.warnings(for: ShellScanner.steps(of: command)).filter { !found.contains($0) }
        return Array(found.prefix(limit))
    }

    private static func administrator(_ call: ShellCall) -> String? {
        let name = (call.wrappers + [call.program]).first { ShellCall.administrators.contains($0) }
        return name.map { "\($0) runs it with the rights of the administrator" }
    }

    private static func deletes(_ call: ShellCall) -> String? {
        switch call.program {
        case "rm":
            guard call.has("rR", "recursive", "no-preserve-root") else { return nil }
            if call.wrappers.contains("xargs") || call.wrappers.contains("find") {
                return "rm deletes every folder that it is handed, and all that is in them"
            }
            return call.operands.lazy.compactMap { ShellPath($0).reach }.first.map { "rm deletes \($0)" }
        case "find":
            guard call.arguments.contains(where: { $0.text == "-delete" }) else { return nil }
            return "find deletes everything that it finds"
        case "rsync":
            return call.arguments.contains { $0.text.hasPrefix("--delete") }
                ? "rsync deletes what the source does not have" : nil
        case "shred", "srm": return "\(call.program) overwrites files for good"
        case "crontab": return call.has("r") ? "crontab -r deletes all cron jobs" : nil
        default: return nil
        }
    }

    private static func device(_ call: ShellCall) -> String? {
        var targets = call.step.writes
        if call.program == "dd" {
            targets += call.arguments.filter { $0.text.hasPrefix("of=") }.map {
                ShellWord(text: String($0.text.dropFirst(3)), isDynamic: $0.isDynamic)
            }
        }
        if ["tee", "cp", "mv", "truncate"].contains(call.program) { targets += call.operands }
        return targets.map(ShellPath.init).first(where: \.isDevice).map { "it writes to the device \($0.shown)" }
    }

    private static func fileSystem(_ call: ShellCall) -> String? {
        let name = call.program
        let isMaker = name == "mkfs" || name.hasPrefix("mkfs.") || name.hasPrefix("newfs")
        guard
            isMaker
                || [
                    "wipefs", "mkswap", "blkdiscard", "fdisk", "sfdisk", "cfdisk", "gdisk", "sgdisk", "parted", "lvremove",
                    "vgremove", "pvremove", "cryptsetup", "diskutil",
                ].contains(name)
        else { return nil }
        return "\(name) changes disks, and what is on them can be lost"
    }

    private static func permissions(_ call: ShellCall) -> String? {
        guard ["chmod", "chown", "chgrp"].contains(call.program), call.has("R", "recursive") else { return nil }
        if call.program == "chmod", call.operands.first.map({ ["777", "0777", "a+rwx", "ugo+rwx"].contains($0.text) }) == true {
            return "chmod opens every file there to everybody"
        }
        return call.operands.dropFirst().lazy.compactMap { ShellPath($0).reach }.first.map {
            "\(call.program) changes the permissions of \($0)"
        }
    }

    private static func written(_ call: ShellCall) -> [ShellPath] {
        let extra: [ShellWord] =
            switch call.program {
            case "tee": call.operands
            case "cp", "mv", "install", "ln": call.operands.suffix(1)
            case "sed", "perl": call.has("i", "in-place") ? call.operands : []
            default: []
            }
        return (call.step.writes + extra).map(ShellPath.init)
    }

    private static func systemFile(_ call: ShellCall) -> String? {
        written(call).first(where: \.isSystemFile).map { "it changes \($0.shown), which belongs to the system" }
    }

    private static func startFile(_ call: ShellCall) -> String? {
        written(call).first(where: \.isStartFile).map { "it changes \($0.shown), which counts at every login" }
    }

    private static func unseenCode(_ call: ShellCall) -> String? {
        let name = call.program
        if ["source", "."].contains(name), call.arguments.first?.hasOutput == true {
            return "\(name) runs the output of a command, which nobody has seen"
        }
        if let script = call.script, script.hasOutput {
            return "\(name) runs the output of a command, which nobody has seen"
        }
        let interpreters = ShellCall.shells.union(["perl", "ruby", "node", "php"])
        guard interpreters.contains(name) || name.hasPrefix("python") else { return nil }
        if call.arguments.first?.hasOutput == true { return "\(name) runs the output of a command, which nobody has seen" }
        let readsInput = call.script == nil && call.operands.isEmpty && !call.has("ce")
        return call.step.isFed && (readsInput || call.has("s"))
            ? "\(name) runs what comes out of the pipe, which nobody has seen" : nil
    }

    private static func unknownProgram(_ call: ShellCall) -> String? {
        guard call.name.isDynamic else { return nil }
        return "which program \(ShellPath(call.name).shown) is, is known only when it runs"
    }

    private static func machine(_ call: ShellCall) -> String? {
        let name = call.program
        let verb = call.operands.first?.text ?? ""
        let ends =
            ["shutdown", "reboot", "halt", "poweroff"].contains(name)
            || name == "systemctl" && ["poweroff", "reboot", "halt", "suspend", "hibernate", "kexec"].contains(verb)
            || ["init", "telinit"].contains(name) && ["0", "6"].contains(verb)
        return ends ? "\(name) switches this machine off or starts it anew" : nil
    }

    private static func processes(_ call: ShellCall) -> String? {
        if call.program == "kill", call.arguments.count > 1, call.arguments.last?.text == "-1" {
            return "kill ends all of your processes"
        }
        return ["killall5"].contains(call.program) ? "\(call.program) ends all processes" : nil
    }

    private static func versionControl(_ call: ShellCall) -> String? {
        guard call.program == "git" else { return nil }
        let words = call.arguments.map(\.text)
        if words.contains("reset"), words.contains("--hard") { return "git reset --hard throws changes away" }
        if words.contains("clean"), call.has("f", "force") { return "git clean deletes files that are not in git" }
        if words.contains("push"), call.has("f", "force") || words.contains(where: { $0.hasPrefix("+") && $0.count > 1 }) {
            return "git push --force overwrites what others may have"
        }
        return nil
    }

    /// `name(){ name|name& };name`, with any name and any white space.
    private static func isForkBomb(_ command: String) -> Bool {
        let text = command.filter { !$0.isWhitespace }
        var rest = text[...]
        while let place = rest.firstIndex(of: "(") {
            let name = rest[..<place].split { ";&|{}".contains($0) }.last.map(String.init) ?? ""
            rest = rest[rest.index(after: place)...]
            guard rest.hasPrefix("){"), !name.isEmpty else { continue }
            let plain = name.hasPrefix("function") && name.count > 8 ? String(name.dropFirst(8)) : name
            if rest.dropFirst(2).hasPrefix("\(plain)|\(plain)&") { return true }
        }
        return false
    }
}
