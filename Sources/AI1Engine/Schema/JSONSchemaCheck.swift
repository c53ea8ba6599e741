package import AI1Core

/// A JSON Schema (draft 2020-12) that is ready to check values.
///
/// All of the standard's validation keywords but `unevaluated…` and dynamic references; `$ref` within the schema only;
/// `format` says nothing. Patterns are ECMA-262 without look-around and back references, matched in linear time.
package struct JSONSchemaCheck: Sendable {
    /// How many violations are told.
    package static let maximumViolations = 5
    /// How many steps a check may take.
    package static let maximumWork = 20_000_000

    private let nodes: [SchemaNode]
    private let workLimit: Int

    /// - Parameters:
    ///   - schema: an object, `true` or `false`
    ///   - workLimit: how many steps a check may take
    /// - Throws: `SchemaError` of code `notASchema`
    package init(_ schema: JSONValue, workLimit: Int = maximumWork) throws(SchemaError) {
        nodes = try SchemaCompiler.compile(schema)
        self.workLimit = workLimit
    }

    /// What is wrong with a value, first things first; empty when nothing is.
    /// - Throws: `SchemaError` of code `tooMuchWork`
    package func violations(in value: JSONValue) throws(SchemaError) -> [SchemaViolation] {
        var evaluator = SchemaEvaluator(
            nodes: nodes, maximumWork: workLimit, maximumViolations: Self.maximumViolations)
        return try evaluator.check(0, value) ? [] : evaluator.violations
    }
}
