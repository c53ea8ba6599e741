package import AI1Core

/// Which requests of the history are meant.
package struct HistoryFilter: Sendable, Hashable {
    /// Words of the prompt or the answer.
    package var search: SearchQuery?
    /// `provider/model`, or a model's name at every provider.
    package var model: String?
    package var job: String?
    /// The id of a conversation.
    package var chat: String?
    package var states: Set<RequestState>
    /// From this moment on.
    package var since: Timestamp?
    /// Up to this moment, and without it.
    package var before: Timestamp?
    /// At most so many, the newest first; nil for all.
    package var limit: Int?

    package init(
        search: SearchQuery? = nil, model: String? = nil, job: String? = nil, chat: String? = nil,
        states: Set<RequestState> = [],
        since: Timestamp? = nil, before: Timestamp? = nil, limit: Int? = nil
    ) {
        self.search = search
        self.model = model
        self.job = job
        self.chat = chat
        self.states = states
        self.since = since
        self.before = before
        self.limit = limit
    }
}
