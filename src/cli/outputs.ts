import { WeighbridgeError } from '../kernel/errors.ts';
import type { Io } from './io.ts';

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
  if (outputs.filter(({ file }) => file === null).length > 1) {
    throw new WeighbridgeError(
      'call-invalid',
      'only one --format can go to standard output; give the others a file: html=report.html',
    );
  }
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

/** Renders each output; files are written whole, standard output last. True when something went to standard output. */
export async function writeOutputs<Format extends string>(
  io: Io,
  outputs: readonly Output<Format>[],
  render: (format: Format) => string,
): Promise<boolean> {
  const rendered = outputs.map(({ format, file }) => ({ file, text: render(format) }));
  for (const { file, text } of rendered) if (file !== null) await io.write(file, text);
  const direct = rendered.find(({ file }) => file === null);
  if (direct !== undefined) io.stdout.write(direct.text.endsWith('\n') ? direct.text : `${direct.text}\n`);
  return direct !== undefined;
}
