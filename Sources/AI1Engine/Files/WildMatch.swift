/// The rule of matching that names and paths share: a star stands for any number of pieces, everything else for one.
enum WildMatch {
    /// Goes forward and returns to the last star alone, so that the work is at most pattern times text.
    /// - Parameters:
    ///   - isStar: whether a piece of the pattern is a star
    ///   - fits: whether a piece of the pattern stands for a piece of the text
    static func matches(
        pattern: Int, text: Int, isStar: (Int) -> Bool, fits: (Int, Int) -> Bool
    ) -> Bool {
        var (here, there) = (0, 0)
        var (star, mark) = (-1, 0)
        while there < text {
            if here < pattern, isStar(here) {
                (star, mark) = (here, there)
                here += 1
            } else if here < pattern, fits(here, there) {
                here += 1
                there += 1
            } else if star >= 0 {
                mark += 1
                (here, there) = (star + 1, mark)
            } else {
                return false
            }
        }
        while here < pattern, isStar(here) { here += 1 }
        return here == pattern
    }
}
