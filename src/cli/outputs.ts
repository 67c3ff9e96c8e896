import { WeighbridgeError } from '../kernel/errors.ts';
import type { Io } from './io.ts';
import { renderError } from './terminal/error.ts';
import { paperFor } from './terminal/paper.ts';

/** Where one rendering goes: a file, or standard output. */
export interface Output<Format extends string> {
  readonly format: Format;
  readonly file: string | null;
}

/** Reads `html=report.html`, `json`; at most one goes to standard output. Throws `call-invalid`. */
export function parseOutputs<Format extends string>(
  values: readonly string[],
  formats: readonly Format[],
): readonly Output<Format>[] {
  const outputs = values.flatMap((value) => value.split(',')).map((value) => parseOutput(value.trim(), formats));
  const direct = outputs.filter(({ file }) => file === null);
  if (direct.length > 1) {
    const example = direct.at(-1)?.format ?? '';
    throw new WeighbridgeError(
      'call-invalid',
      `only one --format can go to standard output; give the others a file: ${example}=report.${example}`,
    );
  }
  const files = outputs.flatMap(({ file }) => file ?? []);
  if (new Set(files).size < files.length)
    throw new WeighbridgeError('call-invalid', 'two formats would go into the same file');
  return outputs;
}

function parseOutput<Format extends string>(value: string, formats: readonly Format[]): Output<Format> {
  const at = value.indexOf('=');
  const [name, file] = at < 0 ? [value, null] : [value.slice(0, at), value.slice(at + 1)];
  const format = formats.find((known) => known === name);
  if (format === undefined || file === '') {
    throw new WeighbridgeError(
      'call-invalid',
      `--format ${value}: the formats are ${formats.join(', ')}, each with =FILE if you like`,
    );
  }
  return { format, file };
}

export interface Written {
  /** Whether something went to standard output. */
  readonly direct: boolean;
  /** Files that could not be written; each was said on standard error. */
  readonly failures: number;
}

/** Renders each output; files are written whole, standard output last. One that cannot be written costs no other. */
export async function writeOutputs<Format extends string>(
  io: Io,
  outputs: readonly Output<Format>[],
  render: (format: Format) => string | Iterable<string>,
): Promise<Written> {
  let failures = 0;
  for (const { format, file } of outputs) {
    if (file === null) continue;
    try {
      await io.write(file, render(format));
    } catch (error) {
      failures++;
      io.stderr.write(renderError(error, paperFor(io.stderr, io.env)));
    }
  }
  const direct = outputs.find(({ file }) => file === null);
  if (direct !== undefined) {
    let last = '';
    for (const piece of piecesOf(render(direct.format))) {
      io.stdout.write(piece);
      await io.stdout.drained?.();
      last = piece;
    }
    if (!last.endsWith('\n')) io.stdout.write('\n');
  }
  return { direct: direct !== undefined, failures };
}

function piecesOf(rendered: string | Iterable<string>): Iterable<string> {
  return typeof rendered === 'string' ? [rendered] : rendered;
}
