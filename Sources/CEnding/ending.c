#define _GNU_SOURCE
#include "ending.h"

#include <execinfo.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

enum { most_frames = 64, seconds_for_report = 1 };

static char folder[PATH_MAX], about[512], recording[PATH_MAX];
static int pipe_was_ignored;

// One thread reports; what others do meanwhile does not count.
static int reporting;
static int reported_signal;

static const int faults[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS, SIGQUIT};
static const int endings[] = {SIGINT, SIGTERM, SIGHUP};
static const int writes[] = {SIGPIPE, SIGXFSZ};

#define count_of(array) (sizeof(array) / sizeof((array)[0]))

static void put(int fd, const char *text) {
    size_t count = strlen(text);
    while (count > 0) {
        ssize_t written = write(fd, text, count);
        if (written <= 0) return;
        text += written;
        count -= (size_t)written;
    }
}

static char *append(char *end, const char *limit, const char *text) {
    while (*text && end < limit) *end++ = *text++;
    *end = 0;
    return end;
}

static char *append_number(char *end, const char *limit, unsigned long value, unsigned base) {
    char digits[32];
    int count = 0;
    do digits[count++] = "0123456789abcdef"[value % base];
    while ((value /= base) > 0);
    while (count > 0 && end < limit) *end++ = digits[--count];
    *end = 0;
    return end;
}

// A name of a file as a person may see it: no byte of it may be taken by the terminal for more than a character.
static void put_name(int fd, const char *name) {
    char shown[PATH_MAX];
    size_t count = 0;
    for (; name[count] && count + 1 < sizeof shown; count++) {
        unsigned char byte = (unsigned char)name[count];
        shown[count] = byte < 0x20 || byte >= 0x7F ? '?' : (char)byte;
    }
    shown[count] = 0;
    put(fd, shown);
}

static const char *name_of(int signal) {
    switch (signal) {
    case SIGSEGV: return "SIGSEGV, an invalid place in memory";
    case SIGBUS: return "SIGBUS, memory that could not be had";
    case SIGILL: return "SIGILL, a check within the program failed";
    case SIGTRAP: return "SIGTRAP, a check within the program failed";
    case SIGFPE: return "SIGFPE, an impossible calculation";
    case SIGABRT: return "SIGABRT, the program gave up";
    case SIGSYS: return "SIGSYS, a call that the system does not allow";
    case SIGQUIT: return "SIGQUIT";
    case SIGINT: return "SIGINT";
    case SIGTERM: return "SIGTERM";
    default: return "SIGHUP";
    }
}

// Ends the program by `signal`, from any handler.
static void die(int signal) {
    struct sigaction standard = {.sa_handler = SIG_DFL};
    sigset_t unblocked;
    sigaction(signal, &standard, NULL);
    sigemptyset(&unblocked);
    sigaddset(&unblocked, signal);
    pthread_sigmask(SIG_UNBLOCK, &unblocked, NULL);
    raise(signal);
    _exit(128 + signal);
}

static void on_late(int signal) {
    (void)signal;
    die(reported_signal);
}

static void put_recording(void) {
    if (!recording[0]) return;
    put(STDERR_FILENO, "npi: the recording so far is in ");
    put_name(STDERR_FILENO, recording);
    put(STDERR_FILENO, "; npi replay reads it\n");
}

static void make_folders(char *path) {
    for (char *end = path + 1; *end; end++) {
        if (*end != '/') continue;
        *end = 0;
        mkdir(path, 0777);
        *end = '/';
    }
    mkdir(path, 0777);
}

static int open_report(char *path) {
    const char *limit = path + PATH_MAX - 1;
    if (!folder[0]) return -1;
    char *end = append(path, limit, folder);
    make_folders(path);
    end = append(end, limit, "/crash-");
    end = append_number(end, limit, (unsigned long)time(NULL), 10);
    end = append(end, limit, "-");
    end = append_number(end, limit, (unsigned long)getpid(), 10);
    append(end, limit, ".txt");
    return open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
}

static void put_command(int fd) {
    char words[4096];
    int source = open("/proc/self/cmdline", O_RDONLY | O_CLOEXEC);
    ssize_t count = source < 0 ? 0 : read(source, words, sizeof words - 1);
    if (source >= 0) close(source);
    if (count <= 0) return;
    for (ssize_t i = 0; i < count; i++) {
        if (words[i] == 0) words[i] = ' ';
    }
    words[count] = 0;
    put(fd, "command: ");
    put_name(fd, words);
    put(fd, "\n");
}

static void put_place(int fd, const char *name, unsigned long place) {
    char text[64];
    const char *limit = text + sizeof text - 1;
    char *end = append(text, limit, name);
    end = append(end, limit, " 0x");
    end = append_number(end, limit, place, 16);
    append(end, limit, "\n");
    put(fd, text);
}

static void write_report(int fd, int signal, siginfo_t *info, void *context) {
    void *frames[most_frames];
    put(fd, about);
    put(fd, "\nsignal: ");
    put(fd, name_of(signal));
    put(fd, "\n");
    put_command(fd);
    if (info->si_code > 0) put_place(fd, "address:", (unsigned long)info->si_addr);
#if defined(__x86_64__)
    put_place(fd, "instruction:", (unsigned long)((ucontext_t *)context)->uc_mcontext.gregs[REG_RIP]);
#elif defined(__aarch64__)
    put_place(fd, "instruction:", (unsigned long)((ucontext_t *)context)->uc_mcontext.pc);
#else
    (void)context;
#endif
    put(fd, "backtrace:\n");
    backtrace_symbols_fd(frames, backtrace(frames, most_frames), fd);
}

static void on_fault(int signal, siginfo_t *info, void *context) {
    char path[PATH_MAX];
    if (__atomic_exchange_n(&reporting, 1, __ATOMIC_SEQ_CST)) {
        // Another thread reports, and ends this one with the program.
        for (;;) pause();
    }
    reported_signal = signal;
    struct sigaction late = {.sa_handler = on_late};
    sigset_t alarms;
    sigaction(SIGALRM, &late, NULL);
    sigemptyset(&alarms);
    sigaddset(&alarms, SIGALRM);
    pthread_sigmask(SIG_UNBLOCK, &alarms, NULL);
    alarm(seconds_for_report);

    put(STDERR_FILENO, signal == SIGQUIT ? "npi: ended by Ctrl-\\ (" : "npi: crashed (");
    put(STDERR_FILENO, name_of(signal));
    put(STDERR_FILENO, ")\n");
    put_recording();
    int report = open_report(path);
    put(STDERR_FILENO, signal == SIGQUIT ? "npi: if it did not answer, please report that" : "npi: please report this");
    put(STDERR_FILENO, " to where you have npi from, with what you did");
    if (report >= 0) {
        put(STDERR_FILENO, " and the file ");
        put_name(STDERR_FILENO, path);
    }
    put(STDERR_FILENO, "\n");
    if (report >= 0) write_report(report, signal, info, context);
    die(signal);
}

static void on_ending(int signal) {
    put_recording();
    die(signal);
}

static void on_write(int signal, siginfo_t *info, void *context) {
    (void)context;
    // The program's own write fails with an error, which is told; anybody else's signal is to end the program.
    if (info->si_code == SI_USER && info->si_pid == getpid()) return;
    die(signal);
}

static int takes(int signal) {
    struct sigaction present;
    return sigaction(signal, NULL, &present) == 0 && present.sa_handler != SIG_IGN;
}

// A fault by a full stack needs another stack for its handler.
static void provide_signal_stack(void) {
    static char stack[1 << 17];
    stack_t present;
    if (sigaltstack(NULL, &present) != 0 || !(present.ss_flags & SS_DISABLE)) return;
    stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&own, NULL);
}

void npi_ending_arm(const char *report_folder, const char *report_about) {
    append(folder, folder + sizeof folder - 1, report_folder);
    append(about, about + sizeof about - 1, report_about);
    provide_signal_stack();

    struct sigaction fault = {.sa_sigaction = on_fault, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    struct sigaction ending = {.sa_handler = on_ending, .sa_flags = SA_ONSTACK};
    struct sigaction writing = {.sa_sigaction = on_write, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART};
    sigfillset(&fault.sa_mask);
    sigfillset(&ending.sa_mask);
    if (!getenv("SWIFT_BACKTRACE")) {
        // The first call loads a library, which a handler may not do.
        void *frame[1];
        backtrace(frame, 1);
        for (size_t i = 0; i < count_of(faults); i++) {
            if (takes(faults[i])) sigaction(faults[i], &fault, NULL);
        }
    }
    // A parent may have had them blocked, and a child inherits that.
    sigset_t unblocked;
    sigemptyset(&unblocked);
    sigaddset(&unblocked, SIGQUIT);
    for (size_t i = 0; i < count_of(endings); i++) {
        if (takes(endings[i])) sigaction(endings[i], &ending, NULL);
        sigaddset(&unblocked, endings[i]);
    }
    pthread_sigmask(SIG_UNBLOCK, &unblocked, NULL);
    pipe_was_ignored = !takes(SIGPIPE);
    for (size_t i = 0; i < count_of(writes); i++) {
        if (takes(writes[i])) sigaction(writes[i], &writing, NULL);
    }
}

void npi_ending_keep(const char *path) {
    // A handler that comes in between sees no name rather than half of one.
    recording[0] = 0;
    __atomic_signal_fence(__ATOMIC_SEQ_CST);
    if (!path[0]) return;
    append(recording + 1, recording + sizeof recording - 1, path + 1);
    __atomic_signal_fence(__ATOMIC_SEQ_CST);
    recording[0] = path[0];
}

void npi_ending_by_pipe(void) {
    if (!pipe_was_ignored) die(SIGPIPE);
}
