import { type Command, InvalidArgumentError, Option } from 'commander';
import { IMAGE_LEAKS, type ImageLeak } from '../../domain/guard.ts';
import { type ImageReport, inspectImage, prepareImage } from '../../guard/images/image.ts';
import type { ImageSource } from '../../guard/images/xmp.ts';
import { MalformedError } from '../../kernel/bytes.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { printable } from '../../kernel/printable.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';

interface MarkOptions {
  readonly out: string;
  readonly strip: readonly ImageLeak[];
  readonly source: ImageSource;
}

export function registerImage(guard: Command, io: Io, done: (code: number) => void): void {
  const image = guard.command('image').description('Marks of origin, and what else the metadata of images tells.');
  image
    .command('check')
    .description('Say whether an image is marked as made by a model, and what its metadata gives away.')
    .argument('<file>', 'a PNG, JPEG or WebP file')
    .addOption(new Option('--format <name>', 'text or json').choices(['text', 'json']).default('text'))
    .addHelpText('after', '\nExits with 3 when it is not marked.\n\nExamples:\n  weighbridge guard image check out.png')
    .action(async (file: string, { format }: { format: string }) => {
      const report = withCode(file, inspectImage, await bytesOf(io, file));
      io.stdout.write(format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : shown(file, report));
      done(report.marked ? EXIT.ok : EXIT.review);
    });
  image
    .command('mark')
    .description("Mark an image as made by a model (IPTC digital source type, for the EU AI Act's Art. 50).")
    .argument('<file>', 'a PNG, JPEG or WebP file')
    .requiredOption('--out <file>', 'where to write it; may be the same file')
    .addOption(
      new Option('--source <kind>', 'made by a model, or changed by one')
        .choices(['generated', 'composite'])
        .default('generated'),
    )
    .option('--strip <kinds>', `what its metadata must not tell: ${IMAGE_LEAKS.join(', ')}, all or nothing`, leaks, [
      'prompt',
      'location',
    ])
    .addHelpText('after', '\nExamples:\n  weighbridge guard image mark out.png --out out.png --strip all')
    .action(async (file: string, { out, strip, source }: MarkOptions) => {
      const bytes = await bytesOf(io, file);
      const { image, after } = withCode(file, (given) => prepareImage(given, { mark: source, strip }), bytes);
      await io.write(out, image);
      io.stdout.write(shown(out, after));
      done(EXIT.ok);
    });
}

function leaks(value: string): readonly ImageLeak[] {
  if (value === 'all') return IMAGE_LEAKS;
  if (value === 'nothing') return [];
  return value.split(',').map((name) => {
    const leak = IMAGE_LEAKS.find((one) => one === name.trim());
    if (leak === undefined) throw new InvalidArgumentError(`Give some of ${IMAGE_LEAKS.join(', ')}, all or nothing.`);
    return leak;
  });
}

async function bytesOf(io: Io, file: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of io.readChunks(file)) {
    parts.push(chunk);
    length += chunk.length;
    if (length > LIMITS.guardImage)
      throw new WeighbridgeError('call-invalid', `${file} is longer than ${LIMITS.guardImage} bytes`);
  }
  return Buffer.concat(parts);
}

function withCode<T>(file: string, look: (bytes: Uint8Array) => T, bytes: Uint8Array): T {
  try {
    return look(bytes);
  } catch (cause) {
    if (!(cause instanceof MalformedError)) throw cause;
    throw new WeighbridgeError('call-invalid', `${file}: ${cause.message}`, { cause });
  }
}

function shown(file: string, { marked, source, c2pa, leaks: told }: ImageReport): string {
  const lines = [
    marked ? `marked as ${source}` : source === null ? 'not marked' : `not marked as made by a model: ${source}`,
    c2pa ? 'has a C2PA manifest (not verified here)' : 'has no C2PA manifest',
    ...told.map(({ leak, where }) => `tells ${leak}, in ${where}`),
  ];
  return lines.map((line) => `${printable(file)}: ${printable(line)}\n`).join('');
}
