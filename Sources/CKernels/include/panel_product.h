// The product of a matrix and one vector, at the speed of reading the matrix; and of many vectors, each to the bit the same.
//
// OpenBLAS's `cblas_sgemv` takes nearly twice that, whichever way the matrix lies. Here the matrix is laid out once in the
// order in which it is read, in panels of 32 rows, and each panel's sums stay in registers until they are done.
//
// In C, since only here can a function be compiled for instructions (AVX2, FMA) that not every machine has.

#ifndef NPI_PANEL_PRODUCT_H
#define NPI_PANEL_PRODUCT_H

#include <stddef.h>

/// How many rows of the matrix, so values of y, make a panel.
enum { npi_panel_width = 32 };

/// y = W x + bias.
///
/// `panels` holds W (rows, columns) panel by panel: 32 rows at a time, of these column by column; it starts at a multiple of
/// 32 bytes. `rows` is a multiple of 32; `bias` and `y` have as many floats, and may be the same; `x` has `columns` and
/// overlaps neither. Of each row `stored` values are held, of which the first `columns` take part.
///
/// Uses AVX2 and FMA where the processor has them.
void npi_panel_product(
    const float *panels, const float *x, const float *bias, float *y, size_t rows, size_t columns, size_t stored);

/// y = W x + y for `count` vectors, each to the bit as `npi_panel_product` gives it.
///
/// The matrix is read from memory once for all of them, with AVX-512 or AVX2 where the processor has them. The vectors x are `x_stride` floats apart, the sums y `y_stride`, and overlap
/// nothing else.
void npi_panel_products(
    const float *panels, const float *x, size_t x_stride, float *y, size_t y_stride, size_t rows, size_t columns,
    size_t stored, size_t count);

/// Whether `npi_panel_products` reads the matrix once, and so is faster than a general product for which the matrix is laid out anew.
int npi_panel_products_are_fast(void);

/// The same as `npi_panel_product` without instructions that not every processor has.
void npi_panel_product_portable(
    const float *panels, const float *x, const float *bias, float *y, size_t rows, size_t columns, size_t stored);

#endif
