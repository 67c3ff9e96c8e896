"""Reads pickles from stdin (4 bytes of length, then the program), and writes one line of JSON for each: what the C
unpickler looks up and calls, in order, and what pickletools sees. Nothing is imported: every lookup gives a recorder."""
import io
import json
import pickle
import pickletools
import struct
import sys

LIMIT = 500


class Stop(Exception):
    pass


class Log:
    def __init__(self):
        self.events = []

    def note(self, *event):
        if len(self.events) >= LIMIT:
            raise Stop
        self.events.append(list(event))


def recorder(log, name):
    """A class of its own for each lookup: instances and calls are told apart by its name."""

    class Meta(type):
        def __call__(cls, *arguments, **keywords):
            log.note('call', name)
            return object.__new__(cls)

        def __hash__(cls):
            return 1

    class Recorder(metaclass=Meta):
        def __new__(cls, *arguments, **keywords):
            log.note('call', name)
            return object.__new__(cls)

        def __call__(self, *arguments, **keywords):
            log.note('result-call', name)
            return self

        def __setstate__(self, state):
            log.note('setstate', name)

        def append(self, value):
            log.note('append', name)

        def extend(self, values):
            log.note('append', name)

        def add(self, value):
            log.note('append', name)

        def __setitem__(self, key, value):
            log.note('setitem', name)

        def __hash__(self):
            return 1

    return Recorder


class Guarded(pickle.Unpickler):
    def __init__(self, file, log):
        super().__init__(file)
        self.log = log

    def find_class(self, module, name):
        self.log.note('import', module, name)
        return recorder(self.log, f'{module}.{name}')

    def persistent_load(self, key):
        self.log.note('persistent')
        return None


def run(data):
    log = Log()
    try:
        Guarded(io.BytesIO(data), log).load()
        ending = 'stopped'
    except Stop:
        ending = 'limit'
    except (RecursionError, MemoryError):
        ending = 'limit'
    except Exception as error:
        ending = f'{type(error).__name__}: {error}'[:120]
    opcodes = []
    try:
        for opcode, _, position in pickletools.genops(data):
            opcodes.append([opcode.name, position])
            if len(opcodes) >= LIMIT:
                break
        listing = 'stopped'
    except Exception as error:
        listing = f'{type(error).__name__}'
    return {'events': log.events, 'ending': ending, 'opcodes': opcodes, 'listing': listing}


def bound_memory():
    """A changed index of the memo asks for gigabytes of it, which are refused rather than filled."""
    try:
        import resource
        resource.setrlimit(resource.RLIMIT_AS, (1 << 29, 1 << 29))
    except (ImportError, ValueError):
        pass


def main():
    bound_memory()
    source = sys.stdin.buffer
    while True:
        head = source.read(4)
        if len(head) < 4:
            return
        (size,) = struct.unpack('<I', head)
        print(json.dumps(run(source.read(size))), flush=True)


main()
