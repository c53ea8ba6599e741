package import AI1Core

/// The tools of a selection with how each stands, for the user to look at.
package struct ToolListing: Sendable {
    /// One tool.
    package struct Entry: Sendable {
        package let tool: ServerTool
        package let rule: ToolRule
        package let standing: ToolApprovals.Standing
        /// What an approval is bound to.
        package let identity: [UInt8]

        /// What happens when a model calls it.
        package var state: String {
            switch (rule, standing) {
            case (.deny, _): "denied"
            case (_, .approved): "approved"
            case (_, .changed): "changed"
            case (.ask, .unknown): "asks"
            case (.allow, .unknown): "unconfirmed"
            }
        }
    }

    package var tools: [Entry] = []
    /// What a person should hear: servers of `all` that failed.
    package var notices: [String] = []
    /// What kept a server or tool that was named from being listed.
    package var failure: (any Error)?
}

extension ToolDesk {
    /// Starts the servers and lists the tools of the selection, also those that the policy denies.
    package func listing() async -> ToolListing {
        var listing = ToolListing()
        for (server, outcome) in await listings() {
            let name = server.declaration.name
            do {
                let tools = try outcome.get()
                try requireSelected(of: name, tools)
                listing.tools += tools.filter(isSelected).map { tool in
                    let identity = ToolIdentity.octets(of: tool, server.declaration)
                    return ToolListing.Entry(
                        tool: tool, rule: rule(for: tool), standing: approvals.standing(tool.label, identity),
                        identity: identity)
                }
            } catch {
                if isNamed(name) {
                    listing.failure = listing.failure ?? error
                } else {
                    listing.notices.append((error as? any AI1Error)?.message ?? "tool server \(name) failed")
                }
            }
        }
        return listing
    }
}
