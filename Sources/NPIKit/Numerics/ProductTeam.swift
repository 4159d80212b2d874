import CKernels
import Foundation

/// Two threads for the products of single steps, of which each reads half of a matrix; what comes out is the same to the bit.
///
/// One product at a time: a thread that finds the team at work for another computes alone.
package final class ProductTeam: @unchecked Sendable {
    private let team: OpaquePointer

    /// A product of fewer multiplications is made alone: sharing it would take as long.
    private static let leastSize = 1 << 14

    /// A team where the machine has cores for it; nil where it has not.
    package init?() {
        guard ProcessInfo.processInfo.activeProcessorCount > 1, let team = npi_product_team_make() else { return nil }
        self.team = team
    }

    deinit {
        npi_product_team_free(team)
    }

    /// y = W x + bias; see ``PanelProduct/multiply(_:_:plus:into:rows:columns:stored:)``.
    ///
    /// The corresponding C function is `npi_product_team_multiply`.
    package func multiply(
        _ panels: UnsafePointer<Float>, _ x: UnsafePointer<Float>, plus bias: UnsafePointer<Float>,
        into y: UnsafeMutablePointer<Float>, rows: Int, columns: Int, stored: Int
    ) {
        guard rows * columns >= Self.leastSize else {
            return PanelProduct.multiply(panels, x, plus: bias, into: y, rows: rows, columns: columns, stored: stored)
        }
        npi_product_team_multiply(team, panels, x, bias, y, PanelProduct.paddedCount(rows), columns, stored)
    }
}
