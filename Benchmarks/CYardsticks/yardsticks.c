#include "yardsticks.h"

#include <cblas.h>

#if defined(__x86_64__)
#include <immintrin.h>

// A reader needs many loads under way at once: eight sums. A function can only use instructions that it is compiled for,
// hence one for each set of them.
#define READER(NAME, TARGET, VECTOR, WIDTH, ZERO, LOAD, ADD)                                                         \
    __attribute__((target(TARGET))) static float NAME(const float *floats, size_t count) {                           \
        VECTOR sum[8];                                                                                               \
        for (int k = 0; k < 8; k++) sum[k] = ZERO();                                                                 \
        size_t index = 0;                                                                                            \
        for (; index + 8 * WIDTH <= count; index += 8 * WIDTH) {                                                     \
            for (int k = 0; k < 8; k++) sum[k] = ADD(sum[k], LOAD(floats + index + k * WIDTH));                      \
        }                                                                                                            \
        for (int k = 1; k < 8; k++) sum[0] = ADD(sum[0], sum[k]);                                                    \
        float lanes[WIDTH], total = 0;                                                                               \
        __builtin_memcpy(lanes, &sum[0], sizeof lanes);                                                              \
        for (int k = 0; k < WIDTH; k++) total += lanes[k];                                                           \
        for (; index < count; index++) total += floats[index];                                                       \
        return total;                                                                                                \
    }

READER(read_sse2, "sse2", __m128, 4, _mm_setzero_ps, _mm_loadu_ps, _mm_add_ps)
READER(read_avx2, "avx2", __m256, 8, _mm256_setzero_ps, _mm256_loadu_ps, _mm256_add_ps)
READER(read_avx512, "avx512f", __m512, 16, _mm512_setzero_ps, _mm512_loadu_ps, _mm512_add_ps)
#endif

// Multiplications and additions on registers alone: sixteen sums hide the latency of each, whatever the processor. The
// numbers stay near 1.
#define ADDER(NAME, TARGET, VECTOR, WIDTH, SET, FMA)                                                                 \
    __attribute__((target(TARGET))) static float NAME(size_t rounds) {                                               \
        VECTOR sum[16], x = SET(0.5f), y = SET(0.5f);                                                                \
        for (int k = 0; k < 16; k++) sum[k] = SET(1 + (float)k / 16);                                                \
        for (size_t round = 0; round < rounds; round++) {                                                            \
            for (int k = 0; k < 16; k++) {                                                                           \
                sum[k] = FMA(sum[k], x, y);                                                                          \
                __asm__ volatile("" : "+x"(sum[k]));                                                                 \
            }                                                                                                        \
        }                                                                                                            \
        float total = 0;                                                                                             \
        for (int k = 0; k < 16; k++) total += ((float *)&sum[k])[k % WIDTH];                                         \
        return total;                                                                                                \
    }

#if defined(__x86_64__)
#define MULTIPLY_ADD(A, B, C) _mm_add_ps(_mm_mul_ps(A, B), C)
ADDER(add_sse2, "sse2", __m128, 4, _mm_set1_ps, MULTIPLY_ADD)
ADDER(add_avx2, "avx2,fma", __m256, 8, _mm256_set1_ps, _mm256_fmadd_ps)
ADDER(add_avx512, "avx512f", __m512, 16, _mm512_set1_ps, _mm512_fmadd_ps)
#endif

static float add_plainly(size_t rounds) {
    float sum[64];
    for (int k = 0; k < 64; k++) sum[k] = 1 + (float)k / 64;
    for (size_t round = 0; round < rounds; round++) {
        for (int k = 0; k < 64; k++) sum[k] = sum[k] * 0.5f + 0.5f;
    }
    float total = 0;
    for (int k = 0; k < 64; k++) total += sum[k];
    return total;
}

const struct yardstick_named_adder *yardstick_adders(void) {
    static struct yardstick_named_adder adders[8];
    int next = 0;
    adders[next++] = (struct yardstick_named_adder){"plain C", add_plainly, 64};
#if defined(__x86_64__)
    adders[next++] = (struct yardstick_named_adder){"SSE2", add_sse2, 64};
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        adders[next++] = (struct yardstick_named_adder){"AVX2", add_avx2, 128};
    }
    if (__builtin_cpu_supports("avx512f")) {
        adders[next++] = (struct yardstick_named_adder){"AVX-512", add_avx512, 256};
    }
#endif
    adders[next] = (struct yardstick_named_adder){0, 0, 0};
    return adders;
}

static float read_sdot(const float *floats, size_t count) {
    return cblas_sdot((blasint)count, floats, 1, floats, 1);
}

const struct yardstick_named_reader *yardstick_readers(void) {
    static struct yardstick_named_reader readers[8];
    int next = 0;
    readers[next++] = (struct yardstick_named_reader){"OpenBLAS sdot", read_sdot};
#if defined(__x86_64__)
    readers[next++] = (struct yardstick_named_reader){"SSE2", read_sse2};
    if (__builtin_cpu_supports("avx2")) readers[next++] = (struct yardstick_named_reader){"AVX2", read_avx2};
    if (__builtin_cpu_supports("avx512f")) readers[next++] = (struct yardstick_named_reader){"AVX-512", read_avx512};
#endif
    readers[next] = (struct yardstick_named_reader){0, 0};
    return readers;
}

void yardstick_prepare(void) { openblas_set_num_threads(1); }

void yardstick_multiply(const float *w, const float *x, float *y, int rows, int columns) {
    cblas_sgemv(CblasRowMajor, CblasNoTrans, rows, columns, 1, w, columns, x, 1, 1, y, 1);
}

void yardstick_multiply_matrices(const float *a, const float *b, float *c, int m, int n, int k) {
    cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, m, n, k, 1, a, k, b, k, 0, c, n);
}
