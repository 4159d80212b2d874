#include "processor.h"

enum npi_instructions npi_processor_instructions(void) {
#if defined(__x86_64__)
    if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma")) return npi_instructions_basic;
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")) {
        return npi_instructions_avx512;
    }
    return npi_instructions_avx2;
#else
    return npi_instructions_basic;
#endif
}
