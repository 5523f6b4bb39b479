"""Runs a program with limits and measures it: exit code, output, seconds, peak memory."""

import os
import resource
import signal
import subprocess
import threading
import time


class Run:
    """What a program did."""

    def __init__(self, command, status, text, errors, seconds, cpu, peak, timed_out):
        self.command, self.text, self.errors = command, text, errors
        self.output = errors + text
        self.signal = os.WTERMSIG(status) if os.WIFSIGNALED(status) else None
        self.code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else None
        self.seconds, self.cpu, self.peak, self.timed_out = seconds, cpu, peak, timed_out

    @property
    def end(self):
        if self.timed_out:
            return f"no end after {self.seconds:.0f} s"
        return f"exit {self.code}" if self.signal is None else f"signal {self.signal}"


def run(command, timeout=600, memory=None, file_size=None, cwd=None, env=None):
    """Runs `command`; `memory` and `file_size` are limits in bytes."""

    def limit():
        if memory:
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        if file_size:
            # A write beyond the limit then fails instead of killing: like a full disk.
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (file_size, file_size))

    command = [str(part) for part in command]
    start = time.monotonic()
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        cwd=cwd, env=env, preexec_fn=limit, restore_signals=not file_size)
    late, said = threading.Event(), {}

    def stop():
        late.set()
        process.kill()

    def listen(stream):
        said[stream] = stream.read().decode("utf-8", "replace")
        stream.close()

    timer = threading.Timer(timeout, stop)
    listeners = [threading.Thread(target=listen, args=[s]) for s in (process.stdout, process.stderr)]
    for thread in (timer, *listeners):
        thread.start()
    _, status, used = os.wait4(process.pid, 0)
    timer.cancel()
    for thread in listeners:
        thread.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - start
    return Run(command, status, said[process.stdout], said[process.stderr], seconds,
               used.ru_utime + used.ru_stime, used.ru_maxrss * 1024, late.is_set())
