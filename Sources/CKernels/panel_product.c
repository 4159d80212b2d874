#include "panel_product.h"

/// Eight floats: one register or more, as the target has it.
typedef float lanes __attribute__((vector_size(32), may_alias));
/// Eight floats that may stand anywhere.
typedef float loose_lanes __attribute__((vector_size(32), may_alias, aligned(4)));

enum { lane_count = 8, vectors = npi_panel_width / lane_count };

// Two sums of every value, over even and odd columns, keep twice as many multiplications under way. That pays where there
// are registers for them.
static inline __attribute__((always_inline)) void product(
    const float *panels, const float *x, const float *bias, float *y, size_t rows, size_t columns, int in_pairs) {
    for (size_t row = 0; row < rows; row += npi_panel_width) {
        lanes even[vectors], odd[vectors];
        for (int k = 0; k < vectors; k++) {
            even[k] = *(const loose_lanes *)(bias + row + k * lane_count);
            odd[k] = (lanes){0};
        }
        size_t column = 0;
        if (in_pairs) {
            for (; column + 2 <= columns; column += 2, panels += 2 * npi_panel_width) {
                for (int k = 0; k < vectors; k++) {
                    even[k] += *(const lanes *)(panels + k * lane_count) * x[column];
                    odd[k] += *(const lanes *)(panels + npi_panel_width + k * lane_count) * x[column + 1];
                }
            }
        }
        for (; column < columns; column++, panels += npi_panel_width) {
            for (int k = 0; k < vectors; k++) even[k] += *(const lanes *)(panels + k * lane_count) * x[column];
        }
        for (int k = 0; k < vectors; k++) *(loose_lanes *)(y + row + k * lane_count) = even[k] + odd[k];
    }
}

void npi_panel_product_portable(
    const float *panels, const float *x, const float *bias, float *y, size_t rows, size_t columns) {
    product(panels, x, bias, y, rows, columns, 0);
}

static void products_one_by_one(
    const float *panels, const float *x, size_t x_stride, float *y, size_t y_stride, size_t rows, size_t columns,
    size_t count) {
    for (size_t k = 0; k < count; k++) {
        npi_panel_product(panels, x + k * x_stride, y + k * y_stride, y + k * y_stride, rows, columns);
    }
}

#if defined(__x86_64__)

/// Half a panel.
typedef float half __attribute__((vector_size(64), may_alias, aligned(32)));
/// Half a panel that may stand anywhere.
typedef float loose_half __attribute__((vector_size(64), may_alias, aligned(4)));

enum { half_count = npi_panel_width / 2, tile_count = 3 };

// So many vectors that all sums of half a panel stay in the sixteen registers. Each sum is made in the order of `product`.
static inline __attribute__((always_inline)) void tile(
    const float *panel, const float *x, size_t x_stride, float *y, size_t y_stride, size_t columns, const int count) {
    half even[tile_count], odd[tile_count];
    for (int k = 0; k < count; k++) {
        even[k] = *(const loose_half *)(y + k * y_stride);
        odd[k] = (half){0};
    }
    size_t column = 0;
    for (; column + 2 <= columns; column += 2, panel += 2 * npi_panel_width) {
        for (int k = 0; k < count; k++) {
            even[k] += *(const half *)panel * x[k * x_stride + column];
            odd[k] += *(const half *)(panel + npi_panel_width) * x[k * x_stride + column + 1];
        }
    }
    if (column < columns) {
        for (int k = 0; k < count; k++) even[k] += *(const half *)panel * x[k * x_stride + column];
    }
    for (int k = 0; k < count; k++) *(loose_half *)(y + k * y_stride) = even[k] + odd[k];
}

__attribute__((target("avx2,fma"))) static void products_avx2(
    const float *panels, const float *x, size_t x_stride, float *y, size_t y_stride, size_t rows, size_t columns,
    size_t count) {
    for (size_t row = 0; row < rows; row += half_count) {
        const float *panel = panels + row / npi_panel_width * npi_panel_width * columns + row % npi_panel_width;
        size_t k = 0;
        for (; k + tile_count <= count; k += tile_count) {
            tile(panel, x + k * x_stride, x_stride, y + k * y_stride + row, y_stride, columns, tile_count);
        }
        for (; k < count; k++) tile(panel, x + k * x_stride, x_stride, y + k * y_stride + row, y_stride, columns, 1);
    }
}

__attribute__((target("avx2,fma"))) static void product_avx2(
    const float *panels, const float *x, const float *bias, float *y, size_t rows, size_t columns) {
    product(panels, x, bias, y, rows, columns, 1);
}

void npi_panel_product(
    const float *panels, const float *x, const float *bias, float *y, size_t rows, size_t columns) {
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        product_avx2(panels, x, bias, y, rows, columns);
    } else {
        npi_panel_product_portable(panels, x, bias, y, rows, columns);
    }
}

void npi_panel_products(
    const float *panels, const float *x, size_t x_stride, float *y, size_t y_stride, size_t rows, size_t columns,
    size_t count) {
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        products_avx2(panels, x, x_stride, y, y_stride, rows, columns, count);
    } else {
        products_one_by_one(panels, x, x_stride, y, y_stride, rows, columns, count);
    }
}

#else

void npi_panel_product(
    const float *panels, const float *x, const float *bias, float *y, size_t rows, size_t columns) {
    product(panels, x, bias, y, rows, columns, 1);
}

void npi_panel_products(
    const float *panels, const float *x, size_t x_stride, float *y, size_t y_stride, size_t rows, size_t columns,
    size_t count) {
    products_one_by_one(panels, x, x_stride, y, y_stride, rows, columns, count);
}

#endif
