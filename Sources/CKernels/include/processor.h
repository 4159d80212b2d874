// What the processor can do, as OpenBLAS's kernels need it.

#ifndef NPI_PROCESSOR_H
#define NPI_PROCESSOR_H

/// The instructions that matrix products can use, each set with those before it.
enum npi_instructions {
    /// None that every processor of its kind does not have.
    npi_instructions_basic = 0,
    /// AVX2 and FMA: eight floats at once.
    npi_instructions_avx2 = 1,
    /// AVX-512 F, CD, BW, DQ and VL: sixteen floats at once.
    npi_instructions_avx512 = 2,
};

/// What this processor and its operating system offer.
enum npi_instructions npi_processor_instructions(void);

#endif
