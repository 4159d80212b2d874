#define _GNU_SOURCE
#include "terminal_guard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <termios.h>
#include <ucontext.h>
#include <unistd.h>

enum { reset_capacity = 1024, tail_capacity = 8192 };

static int input_fd = -1, output_fd = -1;
static int notice_pipe[2] = {-1, -1};
static struct termios found_modes;

// Handlers of several threads may run at once: each of these is taken by an exchange.
static int armed, entered;
static unsigned notices;

static char reset[reset_capacity];
static size_t reset_count;

// Standard error as it was, and the file that stands in for it; -1 when it was left alone.
static int true_errors = -1, kept_errors = -1;

static struct sigaction previous[NSIG];
static unsigned char taken[NSIG];

// Signals that come from the program's own fault. The handler that was there before, such as the one that prints a
// backtrace, is to see them where they happened.
static const int faults[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS};
// Signals that end a program from outside. One that was ignored stays ignored.
static const int endings[] = {SIGHUP,  SIGQUIT, SIGTERM, SIGPIPE,   SIGXCPU, SIGXFSZ,
                              SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGPOLL};
static const int news[] = {SIGINT, SIGTSTP, SIGWINCH, SIGCONT};

#define count_of(array) (sizeof(array) / sizeof((array)[0]))

static void write_all(int fd, const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(fd, bytes, count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        bytes += written;
        count -= (size_t)written;
    }
}

// Puts standard error back and shows the end of what it kept, from the beginning of a line.
static void release_errors(void) {
    static char tail[tail_capacity];
    if (true_errors < 0) return;
    dup2(true_errors, STDERR_FILENO);
    struct stat status;
    if (fstat(kept_errors, &status) == 0 && status.st_size > 0) {
        off_t start = status.st_size > tail_capacity ? status.st_size - tail_capacity : 0;
        ssize_t count = pread(kept_errors, tail, tail_capacity, start);
        ssize_t skip = 0;
        if (start > 0) {
            while (skip < count && tail[skip] != '\n') skip++;
            skip = skip < count ? skip + 1 : 0;
        }
        if (count > skip) write_all(STDERR_FILENO, tail + skip, (size_t)(count - skip));
    }
    close(kept_errors);
    close(true_errors);
    true_errors = kept_errors = -1;
}

static void restore(void) {
    if (!__atomic_exchange_n(&armed, 0, __ATOMIC_SEQ_CST)) return;
    if (__atomic_exchange_n(&entered, 0, __ATOMIC_SEQ_CST)) {
        // A Ctrl-C that is pressed meanwhile would drop what is not yet shown.
        struct termios modes = found_modes;
        modes.c_lflag |= NOFLSH;
        tcsetattr(input_fd, TCSANOW, &modes);
        write_all(output_fd, reset, reset_count);
    }
    // Not TCSADRAIN, which would wait for ever on a terminal that was stopped with Ctrl-S.
    tcsetattr(input_fd, TCSANOW, &found_modes);
    release_errors();
}

// Ends the program by `signal`, after whoever handled it before has had it. That handler may return, as Swift's
// backtracer does when the signal was sent and no instruction fails again.
static void end_by(int signal, void *context) {
    sigset_t unblocked = ((ucontext_t *)context)->uc_sigmask;
    struct sigaction standard = {.sa_handler = SIG_DFL};
    restore();
    sigaction(signal, &previous[signal], NULL);
    sigdelset(&unblocked, signal);
    pthread_sigmask(SIG_SETMASK, &unblocked, NULL);
    raise(signal);
    sigaction(signal, &standard, NULL);
    raise(signal);
}

static void on_ending(int signal, siginfo_t *info, void *context) {
    // A write of the program's own fails with an error, and is no end.
    int is_write = signal == SIGPIPE || signal == SIGXFSZ;
    if (is_write && info->si_code == SI_USER && info->si_pid == getpid()) return;
    end_by(signal, context);
}

static void on_fault(int signal, siginfo_t *info, void *context) {
    // A fault comes again by itself when its instruction is tried again, and then the handler that was there before sees
    // its true place. One that was sent (abort() does that) does not, nor does a breakpoint on some machines.
    int returns = info->si_code > 0 && signal != SIGTRAP;
    if (!returns) end_by(signal, context);
    restore();
    sigaction(signal, &previous[signal], NULL);
}

static void on_news(int signal, siginfo_t *info, void *context) {
    (void)info;
    int error = errno;
    unsigned bit = signal == SIGINT     ? npi_notice_interrupt
                   : signal == SIGTSTP  ? npi_notice_suspend
                   : signal == SIGWINCH ? npi_notice_resize
                                        : npi_notice_continue;
    unsigned before = __atomic_fetch_or(&notices, bit, __ATOMIC_SEQ_CST);
    if (bit == npi_notice_interrupt && (before & bit)) {
        end_by(signal, context);
    } else {
        // A full pipe is as good as one more byte in it.
        ssize_t ignored = write(notice_pipe[1], "", 1);
        (void)ignored;
    }
    errno = error;
}

static void take(int signal, struct sigaction *action) {
    struct sigaction present;
    if (sigaction(signal, NULL, &present) != 0) return;
    if (!taken[signal]) previous[signal] = present;
    if (present.sa_handler == SIG_IGN && signal != SIGWINCH && signal != SIGCONT) return;
    sigfillset(&action->sa_mask);
    if (sigaction(signal, action, NULL) == 0) taken[signal] = 1;
}

// A parent may have had signals blocked, and a child inherits that: a window's new size would never be heard of.
static void unblock_news(void) {
    sigset_t unblocked;
    sigemptyset(&unblocked);
    for (size_t i = 0; i < count_of(news); i++) sigaddset(&unblocked, news[i]);
    pthread_sigmask(SIG_UNBLOCK, &unblocked, NULL);
}

static void take_signals(void) {
    struct sigaction fault = {.sa_sigaction = on_fault, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    struct sigaction ending = {.sa_sigaction = on_ending, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    struct sigaction notice = {.sa_sigaction = on_news, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART};
    for (size_t i = 0; i < count_of(faults); i++) take(faults[i], &fault);
    for (size_t i = 0; i < count_of(endings); i++) {
        // Whoever handles one of these already does not mean the program to end by it.
        struct sigaction present;
        int signal = endings[i];
        int always = signal == SIGHUP || signal == SIGQUIT || signal == SIGTERM || signal == SIGPIPE || signal == SIGXFSZ;
        if (always || (sigaction(signal, NULL, &present) == 0 && present.sa_handler == SIG_DFL)) take(signal, &ending);
    }
    for (size_t i = 0; i < count_of(news); i++) take(news[i], &notice);
    unblock_news();
}

// A fault by a full stack needs another stack for its handler.
static void provide_signal_stack(void) {
    static char stack[65536];
    stack_t present;
    if (sigaltstack(NULL, &present) != 0 || !(present.ss_flags & SS_DISABLE)) return;
    stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&own, NULL);
}

static void keep_errors(void) {
    if (!isatty(STDERR_FILENO)) return;
    int log = memfd_create("npi-standard-error", MFD_CLOEXEC);
    if (log < 0) return;
    int original = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    if (original < 0 || dup2(log, STDERR_FILENO) < 0) {
        close(log);
        if (original >= 0) close(original);
        return;
    }
    kept_errors = log;
    true_errors = original;
}

int npi_guard_arm(int input, int output) {
    static int registered;
    if (tcgetattr(input, &found_modes) != 0) return errno;
    if (pipe2(notice_pipe, O_NONBLOCK | O_CLOEXEC) != 0) return errno;
    input_fd = input;
    output_fd = output;
    notices = 0;
    keep_errors();
    provide_signal_stack();
    if (!registered) registered = atexit(restore) == 0;
    __atomic_store_n(&armed, 1, __ATOMIC_SEQ_CST);
    take_signals();
    return 0;
}

void npi_guard_enter(const char *bytes, size_t count) {
    reset_count = count < reset_capacity ? count : reset_capacity;
    for (size_t i = 0; i < reset_count; i++) reset[i] = bytes[i];
    __atomic_store_n(&entered, 1, __ATOMIC_SEQ_CST);
    struct sigaction notice = {.sa_sigaction = on_news, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART};
    if (taken[SIGTSTP]) take(SIGTSTP, &notice);
}

void npi_guard_leave(void) {
    __atomic_store_n(&entered, 0, __ATOMIC_SEQ_CST);
}

void npi_guard_disarm(void) {
    npi_guard_leave();
    restore();
    for (int signal = 1; signal < NSIG; signal++) {
        if (taken[signal]) sigaction(signal, &previous[signal], NULL);
        taken[signal] = 0;
    }
    for (int end = 0; end < 2; end++) {
        if (notice_pipe[end] >= 0) close(notice_pipe[end]);
        notice_pipe[end] = -1;
    }
}

unsigned npi_guard_take_notices(void) {
    char bytes[64];
    while (read(notice_pipe[0], bytes, sizeof bytes) > 0) {}
    return __atomic_exchange_n(&notices, 0, __ATOMIC_SEQ_CST);
}

int npi_guard_wait(int milliseconds) {
    struct pollfd waited[2] = {{.fd = input_fd, .events = POLLIN}, {.fd = notice_pipe[0], .events = POLLIN}};
    int count = poll(waited, 2, milliseconds);
    // A signal: what it brought is in the pipe.
    if (count < 0) return errno == EINTR ? 1 : -1;
    if (waited[1].revents) return 1;
    if (waited[0].revents & (POLLHUP | POLLERR | POLLNVAL)) {
        // The terminal is gone, and would be reported as ready for ever; what was typed before is still read.
        int available = 0;
        return ioctl(input_fd, FIONREAD, &available) == 0 && available > 0 ? 1 : -1;
    }
    return count;
}

void npi_guard_stop(void) {
    // The terminal's Ctrl-Z reached the whole job; SIGSTOP stops this part of it as the default action would have.
    raise(SIGSTOP);
}

int npi_guard_size(int *columns, int *rows) {
    struct winsize size;
    if (ioctl(output_fd, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return -1;
    *columns = size.ws_col;
    *rows = size.ws_row;
    return 0;
}
