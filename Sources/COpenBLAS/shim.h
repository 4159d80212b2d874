#ifndef NPI_COPENBLAS_SHIM_H
#define NPI_COPENBLAS_SHIM_H

// Debian installs the header under a directory of the architecture, which the
// compiler searches by itself.
#include <cblas.h>

#endif
