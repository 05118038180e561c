"""`python launch.py COMMAND …`: run it and print its CPU seconds and its peak MiB.

A process of its own, because Linux counts what the parent held at the fork as the child's: this one is small.
"""

import os
import subprocess
import sys


def main() -> int:
    process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
    return 1 if process.returncode else 0


if __name__ == "__main__":
    sys.exit(main())
