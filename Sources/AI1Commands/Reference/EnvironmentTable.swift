/// Environment variables and files that the manual pages name.
enum EnvironmentTable {
    static let rows: [(name: String, meaning: String)] = [
        ("AI1_HOME", "A folder that holds everything ai1 keeps, in place of the folders below."),
        ("AI1_MODEL", "The model to ask when none is named."),
        ("AI1_OBJECTIVE", "What counts most: cheapest, fastest, best or balanced."),
        ("AI1_DEADLINE", "The longest a request may take, such as 30s."),
        ("AI1_MAX_COST", "The most a request may cost: 5 is credits, $0.05 US dollars."),
        ("AI1_CATALOG_URL", "A mirror of models.dev's api.json for ai1 route sync: https, or http on this machine."),
        ("AI1_SAFETY", "What is done about secrets in a request: off, warn, redact or block."),
        ("AI1_SANDBOX", "Set to 1 to let the sandbox answer without a terminal when no provider is set up."),
        ("AI1_WALLET_ACCOUNT", "The account of the wallet that is meant; ETH_KEYSTORE_ACCOUNT is read after it."),
        ("AI1_WALLET_NETWORK", "The network of the wallet that is meant when neither a flag nor CHAIN names one."),
        ("ETH_RPC_URL", "A JSON-RPC endpoint for the wallet; CHAIN names the chain, as for Foundry's cast."),
        ("ETH_FROM", "The account of the wallet that is meant, by its address; ETH_KEYSTORE names its file."),
        ("ETH_PASSWORD", "A file with the password of the keystore; AI1_WALLET_PASSWORD_FILE comes before it."),
        ("ETH_GAS_LIMIT", "The most gas that a transaction may use."),
        ("ETH_GAS_PRICE", "The highest price of gas in wei, or such as 20gwei."),
        ("ETH_PRIORITY_GAS_PRICE", "The tip in it, in wei, or such as 1gwei."),
        ("OPENAI_API_KEY", "The key of OpenAI; every provider's own variable works, see ai1 route providers."),
        ("OPENAI_BASE_URL", "Another address for OpenAI, as in its own tools; so for the other providers."),
        ("HTTPS_PROXY", "The proxy for https, with NO_PROXY for exceptions, as curl reads them."),
        ("SSL_CERT_FILE", "Trusted certificates in place of the system's; CURL_CA_BUNDLE is read after it."),
        ("NO_COLOR", "Set and not empty: no colour."),
        ("CLICOLOR_FORCE", "Set and neither empty nor 0: colour even where there is no terminal."),
    ]

    static let files: [(path: String, meaning: String)] = [
        ("~/.config/ai1/config.yaml", "Settings; $XDG_CONFIG_HOME is honoured."),
        ("~/.config/ai1/keys.yaml", "Keys stored by ai1 route add, readable by their owner alone."),
        ("~/.config/ai1/audit.key", "The key that signs the ledger's checkpoints, readable by its owner alone."),
        ("~/.local/share/ai1/ledger.db", "Credits and their books; $XDG_DATA_HOME is honoured."),
        ("~/.local/share/ai1/catalog", "Catalogues from ai1 route sync, one file a source."),
        ("~/.local/share/ai1/inflight", "A locked file for each request under way."),
        ("~/.local/share/ai1/kept", "Answers of idempotency keys."),
        ("~/.local/share/ai1/wallet/keystores", "Encrypted keys, one file each, readable by their owner alone."),
        ("~/.local/share/ai1/wallet", "Names of accounts, contacts, and the journal of what was sent."),
        ("~/.local/state/ai1", "Health of targets and cut answers; $XDG_STATE_HOME is honoured."),
        ("~/.local/state/ai1/audit.checkpoint", "Signed checkpoints of the ledger, one a line."),
        (".ai1.yaml", "Settings of a project; it may set little until it is trusted, see ai1 route trust."),
        ("/etc/xdg/ai1/config.yaml", "Settings of the system."),
    ]
}
