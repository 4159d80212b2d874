import CKernels

/// The only door to the product of a matrix and one vector, which is where the time of a single step goes.
///
/// A matrix is laid out in panels: 32 rows at a time, of these column by column, so that it is read from its first float to
/// its last. Rows are filled up with zeros to whole panels, and so are biases and results.
package enum PanelProduct {
    /// How many rows make a panel.
    package static let width = Int(npi_panel_width)

    /// `rows` filled up to whole panels.
    package static func paddedCount(_ rows: Int) -> Int {
        (rows + width - 1) / width * width
    }

    /// A row-major matrix W (rows, columns) in panels.
    package static func panels(of w: [Float], rows: Int, columns: Int) -> [Float] {
        precondition(w.count == rows * columns)
        var panels = [Float](repeating: 0, count: paddedCount(rows) * columns)
        for row in 0..<rows {
            let start = row / width * width * columns + row % width
            for column in 0..<columns { panels[start + column * width] = w[row * columns + column] }
        }
        return panels
    }

    /// Lays out a row-major matrix W (rows, columns), whose rows make whole panels, in `panels`.
    package static func lay(
        _ w: UnsafePointer<Float>, rows: Int, columns: Int, into panels: UnsafeMutablePointer<Float>
    ) {
        precondition(rows % width == 0)
        for row in stride(from: 0, to: rows, by: width) {
            let (source, target) = (w + row * columns, panels + row * columns)
            for column in 0..<columns {
                for place in 0..<width { target[column * width + place] = source[place * columns + column] }
            }
        }
    }

    /// The same of its transpose (columns, rows), whose rows make whole panels.
    package static func lay(
        transposed w: UnsafePointer<Float>, rows: Int, columns: Int, into panels: UnsafeMutablePointer<Float>
    ) {
        precondition(columns % width == 0)
        for column in stride(from: 0, to: columns, by: width) {
            for row in 0..<rows {
                (panels + column * rows + row * width).update(from: w + row * columns + column, count: width)
            }
        }
    }

    /// Whether ``multiplyMany(_:_:xStride:addingTo:yStride:rows:columns:stored:count:)`` is faster than a general product.
    ///
    /// The corresponding C function is `npi_panel_products_are_fast`.
    static let isFastForMany = npi_panel_products_are_fast() != 0

    /// y = W x + bias, with W (rows, columns) in panels and `rows` filled up in bias and y.
    ///
    /// `panels` starts at a multiple of 32 bytes; x overlaps neither bias nor y. Where `stored` is given, each row has so many
    /// values, and only the first `columns` are read and take part.
    ///
    /// The corresponding C function is `npi_panel_product`.
    @inline(__always)
    package static func multiply(
        _ panels: UnsafePointer<Float>, _ x: UnsafePointer<Float>, plus bias: UnsafePointer<Float>,
        into y: UnsafeMutablePointer<Float>, rows: Int, columns: Int, stored: Int? = nil
    ) {
        npi_panel_product(panels, x, bias, y, paddedCount(rows), columns, stored ?? columns)
    }

    /// y = W x + y for `count` vectors, each to the bit as ``multiply(_:_:plus:into:rows:columns:stored:)`` gives it.
    ///
    /// The vectors x are `xStride` floats apart, the sums y `yStride`.
    ///
    /// The corresponding C function is `npi_panel_products`.
    package static func multiplyMany(
        _ panels: UnsafePointer<Float>, _ x: UnsafePointer<Float>, xStride: Int,
        addingTo y: UnsafeMutablePointer<Float>,
        yStride: Int, rows: Int, columns: Int, stored: Int? = nil, count: Int
    ) {
        npi_panel_products(panels, x, xStride, y, yStride, paddedCount(rows), columns, stored ?? columns, count)
    }

    /// The same without instructions that not every processor has; for tests.
    ///
    /// The corresponding C function is `npi_panel_product_portable`.
    package static func multiplyPortably(
        _ panels: UnsafePointer<Float>, _ x: UnsafePointer<Float>, plus bias: UnsafePointer<Float>,
        into y: UnsafeMutablePointer<Float>, rows: Int, columns: Int, stored: Int? = nil
    ) {
        npi_panel_product_portable(panels, x, bias, y, paddedCount(rows), columns, stored ?? columns)
    }
}
