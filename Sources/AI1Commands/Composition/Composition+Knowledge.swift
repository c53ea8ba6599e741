internal import AI1Core
internal import AI1Settings

extension Composition {
    /// What has been learned that bears on a request.
    func knowledge(_ task: TaskKind, _ request: ChatRequest) -> RouteKnowledge {
        RouteKnowledge(task: task, learns: settings.routing.learns.value)
    }
}
