import ArgumentParser
package import CarModels

/// Kinds of built-in cars by their names, such as bus.
extension CarKind: ExpressibleByArgument {}
