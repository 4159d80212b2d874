// Leaves the terminal as it was found, whatever ends the program.
//
// In C, since signal handlers may do next to nothing: no allocation, no locks, no runtime of a language. Everything that a
// handler needs is prepared beforehand, and handlers call async-signal-safe functions alone (signal-safety(7)).
//
// - Signals that end the program put the terminal back, put the handler that was there before back, and are sent again.
// - Signals that only bring news (window size, Ctrl-C, Ctrl-Z, going on) are noted and wake who waits for input. A Ctrl-C
//   that finds the last one still unread ends the program: so one that hangs can be ended from the keyboard.
// - Standard error, when it is the terminal, is kept back while the screen is up and its end shown afterwards: what a
//   trap says would otherwise vanish with the screen.

#ifndef NPI_TERMINAL_GUARD_H
#define NPI_TERMINAL_GUARD_H

#include <stddef.h>

/// What has been noted, as bits.
enum {
    npi_notice_interrupt = 1,
    npi_notice_suspend = 2,
    npi_notice_resize = 4,
    npi_notice_continue = 8,
};

/// Remembers the modes of the terminal `input` and takes over signals and standard error. Returns 0, or errno.
int npi_guard_arm(int input, int output);

/// Says that the screen is up, and which bytes put it away: at most 1,024, what exceeds them is left out. Takes Ctrl-Z
/// over (again).
void npi_guard_enter(const char *reset, size_t count);

/// Says that the screen has been put away in good order.
void npi_guard_leave(void);

/// Gives everything back, and shows what standard error kept back. Does nothing when it is not armed.
void npi_guard_disarm(void);

/// Takes what has been noted since the last time.
unsigned npi_guard_take_notices(void);

/// Waits until there is input or something is noted, for at most `milliseconds`, or without limit when negative.
/// Returns 0 when neither came, 1 when one did, and -1 when the terminal is gone.
int npi_guard_wait(int milliseconds);

/// Stops the program as Ctrl-Z does, and returns when it goes on.
void npi_guard_stop(void);

/// How large the kernel says the terminal is. Returns 0, or -1 when it does not know.
int npi_guard_size(int *columns, int *rows);

#endif
