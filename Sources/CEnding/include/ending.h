// What is said and kept when a signal ends the program.
//
// In C, since signal handlers may do next to nothing: no allocation, no locks, no runtime of a language. Everything that a
// handler needs is prepared beforehand, and handlers call async-signal-safe functions alone (signal-safety(7)), but for
// backtrace(3), which comes last and has a second.
//
// - A fault of the program, and SIGQUIT (Ctrl-\), print what happened, where the recording is and how to report it, and
//   leave a file with the backtrace. They take the place of Swift's handlers, which ask questions on a terminal and then
//   search for symbols for half a minute; whoever sets SWIFT_BACKTRACE keeps those.
// - SIGINT, SIGTERM and SIGHUP print where the recording is, if there is one.
// - A write to a pipe that nobody reads, or beyond the largest size of a file, fails, but does not end the program.
//
// In every case the program then ends by the signal.

#ifndef NPI_CENDING_ENDING_H
#define NPI_CENDING_ENDING_H

/// Takes the signals over. Reports go to `folder`, which is made if need be and may be empty for none; they begin with
/// `about`.
void npi_ending_arm(const char *folder, const char *about);

/// Says where the recording is that is being made; empty when there is none.
void npi_ending_keep(const char *recording);

/// Ends the program as a pipe that nobody reads does, unless whoever started it has that ignored.
void npi_ending_by_pipe(void);

#endif
