// What benchmarks are measured against: memory read, and numbers multiplied and added, as fast as this
// machine can, and plain BLAS.

#ifndef NPI_YARDSTICKS_H
#define NPI_YARDSTICKS_H

#include <stddef.h>

/// A way to read `count` floats once. Returns something that depends on all of them.
typedef float (*yardstick_reader)(const float *floats, size_t count);

struct yardstick_named_reader {
    const char *name;
    yardstick_reader read;
};

/// The readers that this processor can run; the array ends with one whose name is NULL.
const struct yardstick_named_reader *yardstick_readers(void);

/// Multiplies and adds `rounds` times, as fast as the processor can. Returns something that depends on all of it.
typedef float (*yardstick_adder)(size_t rounds);

struct yardstick_named_adder {
    const char *name;
    yardstick_adder add;
    /// How many multiplications, each with an addition, a round has.
    size_t multiplications;
};

/// The adders that this processor can run; the array ends with one whose name is NULL.
const struct yardstick_named_adder *yardstick_adders(void);

/// Keeps OpenBLAS to one thread a call. To be called before what follows.
void yardstick_prepare(void);

/// y += W x by a plain `cblas_sgemv`, with W (rows, columns) as PyTorch keeps it.
void yardstick_multiply(const float *w, const float *x, float *y, int rows, int columns);

/// C = A B^T by a plain `cblas_sgemm`, with A (m, k), B (n, k) and C (m, n).
void yardstick_multiply_matrices(const float *a, const float *b, float *c, int m, int n, int k);

#endif
