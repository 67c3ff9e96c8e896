import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import type { Defect, Format, ReaderResult } from '../format.ts';
import { type Sequence, sequenceOver } from '../sequence.ts';
import { chained } from './checksum.ts';
import { claimsVowpalWabbit, MODEL, text } from './claims.ts';

/**
 * A model of Vowpal Wabbit 8.2 and later (VowpalWabbit/vowpal_wabbit, `save_load_header` in parse_regressor.cc): version,
 * id, labels, bits, words, options, a checksum, and then what each learner writes, which is numbers and is not followed.
 *
 * Defects: `checksum`: the header has another one.
 */
export const vowpalWabbitFormat: Format<'vowpal-wabbit'> = { id: 'vowpal-wabbit', claims: claimsVowpalWabbit, read };

const LONGEST_OPTIONS = 1024 * 1024;
const MOST_BITS = 62;
const MOST_GRAMS = 256;

/** Vowpal Wabbit refuses the model. */
const CHECKSUM: Defect = { code: 'checksum', message: 'the header does not have its checksum', offset: 0 };

async function read(source: ByteSource): Promise<ReaderResult<'vowpal-wabbit'>> {
  const fields = sequenceOver(source);
  const version = await text(fields, 12, []);
  const start = fields.position();
  // Where each value ends that the checksum is made of.
  const ends: number[] = [];
  const end = (): number => ends.push(fields.position());
  const id = await text(fields, 512, ends);
  if ((await fields.u8()) !== MODEL) throw new MalformedError('no mark of a model', fields.position() - 1);
  end();
  fields.skip(4);
  end();
  fields.skip(4);
  end();
  const bits = await fields.u32();
  end();
  if (bits > MOST_BITS) throw new MalformedError(`a table of 2^${bits} weights`, fields.position());
  // The ranks of LDA, and words that are taken together or left out.
  fields.skip(4);
  end();
  await skipGrams(fields, ends);
  await skipGrams(fields, ends);
  const written = await text(fields, LONGEST_OPTIONS, ends);
  const header = await source.read(start, fields.position() - start);
  const relative = ends.map((at) => at - start);
  const told = await checksumOf(fields);
  const defects = told === chained(header, relative) ? [] : [CHECKSUM];
  const options = optionsIn(id === '' ? written : `--id ${id} ${written}`);
  return { facts: { format: 'vowpal-wabbit', version, options }, parts: [], defects, coverage: 'structure' };
}

async function skipGrams(fields: Sequence, ends: number[]): Promise<void> {
  const at = fields.position();
  const count = await fields.u32();
  if (count > MOST_GRAMS) throw new MalformedError(`${count} kinds of words`, at);
  ends.push(fields.position());
  for (let each = 0; each < count; each++) {
    fields.skip(3);
    ends.push(fields.position());
  }
}

async function checksumOf(fields: Sequence): Promise<number> {
  const at = fields.position();
  const length = await fields.u32();
  if (length !== 4) throw new MalformedError('no checksum of the header', at);
  return fields.u32();
}

/** Quotes and escapes are taken away first: the loader takes them away, too. */
function optionsIn(line: string): readonly string[] {
  const words = line.replace(/["'\\]/g, '').split(/\s+/);
  const options: string[] = [];
  for (const word of words) {
    const last = options.at(-1);
    if (word === '') continue;
    if (word.startsWith('-') || last === undefined) options.push(word);
    else options[options.length - 1] = `${last} ${word}`;
  }
  return options;
}
