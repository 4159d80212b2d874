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

#if defined(__x86_64__)

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

#else

void npi_panel_product(
    const float *panels, const float *x, const float *bias, float *y, size_t rows, size_t columns) {
    product(panels, x, bias, y, rows, columns, 1);
}

#endif
