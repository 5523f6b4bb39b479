import Glibc

/// Ends the process with a status.
func exitProcess(_ status: Int32) -> Never { exit(status) }

/// Fills the standard streams that the caller closed (`>&-`): the next file opened would take their
/// number, and a message would be written into it. What is written to a filled stream still fails.
func standardStreamsHeld() {
  for descriptor in STDIN_FILENO...STDERR_FILENO
  where fcntl(descriptor, F_GETFD) < 0 && errno == EBADF {
    _ = open("/dev/null", O_RDONLY)
  }
}

/// A reader that goes away (`| head`) must not kill the program in the middle of a build, and a
/// file-size limit must arrive as an error that can be reported.
func signalsIgnored() {
  signal(SIGPIPE, SIG_IGN)
  signal(SIGXFSZ, SIG_IGN)
}
