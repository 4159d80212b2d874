import Glibc

/// Standard input, output and error.
package enum StandardDescriptors {
    /// Opens those that are closed on /dev/null. Else the next file that is opened would get such a number, and what is
    /// printed would be written into it. To be called before any file is opened.
    package static func openMissing() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
            // The lowest free number is given, which is this one.
            _ = open("/dev/null", descriptor == STDIN_FILENO ? O_RDONLY : O_RDWR)
        }
    }
}
