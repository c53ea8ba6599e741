import Testing

@testable import AI1Chain
