// The product of a matrix and one vector on two cores: a second thread takes panels from the end while the caller takes them from the
// start, so that each reads half of the matrix, and mostly the same half every time.
//
// Every sum is made by one thread, in the order of `npi_panel_product`, so the result is to the bit the same whichever takes it. In C,
// since nothing in Swift waits for less than a microsecond.

#ifndef NPI_PRODUCT_TEAM_H
#define NPI_PRODUCT_TEAM_H

#include <stddef.h>

typedef struct npi_product_team npi_product_team;

/// A second thread that waits for work; NULL where there can be none.
npi_product_team *npi_product_team_make(void);

/// Ends the thread.
void npi_product_team_free(npi_product_team *team);

/// y = W x + bias, as `npi_panel_product` gives it.
///
/// The second thread looks for work some ten microseconds before it sleeps, and is woken where many products follow each other. Where
/// it sleeps, or the system lets it wait, the caller does all itself. If the team works for another thread, so does it.
void npi_product_team_multiply(
    npi_product_team *team, const float *panels, const float *x, const float *bias, float *y, size_t rows,
    size_t columns, size_t stored);

#endif
