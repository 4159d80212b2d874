// What Swift cannot see of ncurses: macros that are no plain numbers, and global variables, which Swift 6 refuses as shared
// mutable state. Each is a function here; everything else is called as ncurses declares it.

#ifndef NPI_CNCURSES_SHIM_H
#define NPI_CNCURSES_SHIM_H

// Without it cchar_t and the functions of wide characters are missing.
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>
#include <wchar.h>

// `stdin`, `stdout`, `stdscr`, `COLORS` are global variables.
// `newterm` is declared with a `char *` that is not changed.
static inline SCREEN *npi_newterm(const char *type) { return newterm((char *)type, stdout, stdin); }
static inline WINDOW *npi_window(void) { return stdscr; }
static inline int npi_colors(void) { return COLORS; }

// `setupterm` is declared with a `char *` that is not changed.
static inline int npi_setupterm(const char *type, int output, int *error) {
    return setupterm((char *)type, output, error);
}

// `tigetstr` is declared with a `char *` that is not changed, and answers (char *)-1 for what is no string.
static inline const char *npi_capability(const char *name) {
    char *value = tigetstr((char *)name);
    return value == (char *)-1 ? NULL : value;
}

// `tigetflag` is declared with a `char *` that is not changed.
static inline int npi_flag(const char *name) { return tigetflag((char *)name); }

// The C library hides `wcwidth` unless a program asks for X/Open as a whole, which a module cannot.
int wcwidth(wchar_t character);

// A_* are macros with casts.
static inline attr_t npi_bold(void) { return A_BOLD; }
static inline attr_t npi_dim(void) { return A_DIM; }
static inline attr_t npi_italic(void) { return A_ITALIC; }
static inline attr_t npi_underline(void) { return A_UNDERLINE; }
static inline attr_t npi_reverse(void) { return A_REVERSE; }

// `setcchar` takes the number of an extended colour pair through a pointer to nothing in particular.
static inline int npi_setcchar(cchar_t *cell, const wchar_t *text, attr_t attributes, int pair) {
    return setcchar(cell, text, attributes, 0, &pair);
}

#endif
