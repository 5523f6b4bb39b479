import Glibc

/// Ends the process with a status.
func exitProcess(_ status: Int32) -> Never { exit(status) }

/// A reader that goes away (`| head`) must not kill the program in the middle of a build, and a
/// file-size limit must arrive as an error that can be reported.
func signalsIgnored() {
  signal(SIGPIPE, SIG_IGN)
  signal(SIGXFSZ, SIG_IGN)
}
