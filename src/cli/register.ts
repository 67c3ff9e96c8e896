import type { Command } from 'commander';
import type { Io } from './io.ts';

/** A command adds itself to the program; `done` takes the exit code it came to. */
export type Register = (program: Command, io: Io, done: (code: number) => void) => void;
