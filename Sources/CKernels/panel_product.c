#include "panel_product.h"

/// Eight floats: one register or more, as the target has it.
typedef float lanes __attribute__((vector_size(32), may_alias));
/// Eight floats that may stand anywhere.
typedef float loose_lanes __attribute__((vector_size(32), may_alias, aligned(4)));

enum { lane_count = 8, vectors = npi_panel_width / lane_count };

// Two sums of every value, over even and odd columns, keep twice as many multiplications under way. That pays where there
// are registers for them.
static inline __attribute__((always_inline)) void product(
    const float *panels, const float *x, const float *bias, float *y, size_t rows, size_t columns, size_t stored,
    int in_pairs) {
    const size_t skipped = (stored - columns) * npi_panel_width;
    for (size_t row = 0; row < rows; row += npi_panel_width, panels += skipped) {
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
    const float *panels, const float *x, const float *bias, float *y, size_t rows, size_t columns, size_t stored) {
    product(panels, x, bias, y, rows, columns, stored, 0);
}

static void products_one_by_one(
    const float *panels, const float *x, size_t x_stride, float *y, size_t y_stride, size_t rows, size_t columns,
    size_t stored, size_t count) {
    for (size_t k = 0; k < count; k++) {
        npi_panel_product(panels, x + k * x_stride, y + k * y_stride, y + k * y_stride, rows, columns, stored);
    }
}

#if defined(__x86_64__)

/// Half a panel: one register or two, as the target has it.
typedef float half __attribute__((vector_size(64), may_alias, aligned(32)));
/// Half a panel that may stand anywhere.
typedef float loose_half __attribute__((vector_size(64), may_alias, aligned(4)));

enum { half_count = npi_panel_width / 2, most_halves = 2, most_vectors = 6 };

// The sums of `halves` halves of a panel for `count` vectors, each made in the order of `product`, all in registers.
static inline __attribute__((always_inline)) void tile(
    const float *panel, const float *x, size_t x_stride, float *y, size_t y_stride, size_t columns, const int halves,
    const int count) {
    half even[most_halves][most_vectors], odd[most_halves][most_vectors];
    for (int h = 0; h < halves; h++) {
        for (int k = 0; k < count; k++) {
            even[h][k] = *(const loose_half *)(y + k * y_stride + h * half_count);
            odd[h][k] = (half){0};
        }
    }
    size_t column = 0;
    for (; column + 2 <= columns; column += 2, panel += 2 * npi_panel_width) {
        for (int k = 0; k < count; k++) {
            for (int h = 0; h < halves; h++) {
                even[h][k] += *(const half *)(panel + h * half_count) * x[k * x_stride + column];
                odd[h][k] += *(const half *)(panel + npi_panel_width + h * half_count) * x[k * x_stride + column + 1];
            }
        }
    }
    if (column < columns) {
        for (int k = 0; k < count; k++) {
            for (int h = 0; h < halves; h++) {
                even[h][k] += *(const half *)(panel + h * half_count) * x[k * x_stride + column];
            }
        }
    }
    for (int h = 0; h < halves; h++) {
        for (int k = 0; k < count; k++) {
            *(loose_half *)(y + k * y_stride + h * half_count) = even[h][k] + odd[h][k];
        }
    }
}

// `halves` and `block` fill the target's registers.
static inline __attribute__((always_inline)) void products(
    const float *panels, const float *x, size_t x_stride, float *y, size_t y_stride, size_t rows, size_t columns,
    size_t stored, size_t count, const int halves, const int block) {
    for (size_t row = 0; row < rows; row += halves * half_count) {
        const float *panel = panels + row / npi_panel_width * npi_panel_width * stored + row % npi_panel_width;
        size_t k = 0;
        for (; k + block <= count; k += block) {
            tile(panel, x + k * x_stride, x_stride, y + k * y_stride + row, y_stride, columns, halves, block);
        }
        for (; k + 2 <= count; k += 2) {
            tile(panel, x + k * x_stride, x_stride, y + k * y_stride + row, y_stride, columns, halves, 2);
        }
        if (k < count) tile(panel, x + k * x_stride, x_stride, y + k * y_stride + row, y_stride, columns, halves, 1);
    }
}

__attribute__((target("avx512f,avx2,fma"))) static void products_avx512(
    const float *panels, const float *x, size_t x_stride, float *y, size_t y_stride, size_t rows, size_t columns,
    size_t stored, size_t count) {
    products(panels, x, x_stride, y, y_stride, rows, columns, stored, count, 2, 6);
}

__attribute__((target("avx2,fma"))) static void products_avx2(
    const float *panels, const float *x, size_t x_stride, float *y, size_t y_stride, size_t rows, size_t columns,
    size_t stored, size_t count) {
    products(panels, x, x_stride, y, y_stride, rows, columns, stored, count, 1, 3);
}

__attribute__((target("avx2,fma"))) static void product_avx2(
    const float *panels, const float *x, const float *bias, float *y, size_t rows, size_t columns, size_t stored) {
    product(panels, x, bias, y, rows, columns, stored, 1);
}

void npi_panel_product(
    const float *panels, const float *x, const float *bias, float *y, size_t rows, size_t columns, size_t stored) {
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        product_avx2(panels, x, bias, y, rows, columns, stored);
    } else {
        npi_panel_product_portable(panels, x, bias, y, rows, columns, stored);
    }
}

void npi_panel_products(
    const float *panels, const float *x, size_t x_stride, float *y, size_t y_stride, size_t rows, size_t columns,
    size_t stored, size_t count) {
    if (__builtin_cpu_supports("avx512f")) {
        products_avx512(panels, x, x_stride, y, y_stride, rows, columns, stored, count);
    } else if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        products_avx2(panels, x, x_stride, y, y_stride, rows, columns, stored, count);
    } else {
        products_one_by_one(panels, x, x_stride, y, y_stride, rows, columns, stored, count);
    }
}

int npi_panel_products_are_fast(void) { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"); }

#else

int npi_panel_products_are_fast(void) { return 0; }

void npi_panel_product(
    const float *panels, const float *x, const float *bias, float *y, size_t rows, size_t columns, size_t stored) {
    product(panels, x, bias, y, rows, columns, stored, 1);
}

void npi_panel_products(
    const float *panels, const float *x, size_t x_stride, float *y, size_t y_stride, size_t rows, size_t columns,
    size_t stored, size_t count) {
    products_one_by_one(panels, x, x_stride, y, y_stride, rows, columns, stored, count);
}

#endif
