internal import AI1Commands

@main
enum Main {
    static func main() { Program.main() }
}
