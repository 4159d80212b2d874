#ifndef NPI_CNCURSES_SHIM_H
#define NPI_CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#include <ncurses.h>

#endif
