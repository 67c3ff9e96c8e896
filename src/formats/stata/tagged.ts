import type { Budget } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import type { StataFacts } from './facts.ts';
import { type Fields, fieldsOver } from './fields.ts';

/** Widths that differ between the releases: counts, and the fixed fields of names, formats and labels. */
interface Release {
  readonly variables: 2 | 4;
  readonly observations: 4 | 8;
  readonly label: 1 | 2;
  readonly sorted: 2 | 4;
  readonly name: number;
  readonly format: number;
  readonly description: number;
  readonly longText: 4 | 8;
}

const UNICODE = { observations: 8, label: 2, name: 129, format: 57, description: 321, longText: 8 } as const;
const RELEASES: Readonly<Record<string, Release>> = {
  '117': { variables: 2, observations: 4, label: 1, sorted: 2, name: 33, format: 49, description: 81, longText: 4 },
  '118': { ...UNICODE, variables: 2, sorted: 2 },
  '119': { ...UNICODE, variables: 4, sorted: 4 },
};

const WIDTHS: Readonly<Record<number, number>> = { 32768: 8, 65526: 8, 65527: 4, 65528: 4, 65529: 2, 65530: 1 };
const LONGEST_TEXT = 2045;
const MAP_ENTRIES = 14;

/** Releases 117 to 119, whose sections stand between tags. Throws MalformedError where a section is not where it belongs. */
export async function readTagged(source: ByteSource, budget: Budget): Promise<StataFacts> {
  const fields = fieldsOver(source);
  await tag(fields, '<stata_dta><header><release>');
  const number = await fields.text(3);
  const release = RELEASES[number];
  if (release === undefined) throw new MalformedError(`release ${number}`, fields.position() - 3);
  await tag(fields, '</release><byteorder>');
  const order = await fields.text(3);
  if (order !== 'LSF' && order !== 'MSF')
    throw new MalformedError(`an order of bytes called ${order}`, fields.position());
  const little = order === 'LSF';
  await tag(fields, '</byteorder><K>');
  const variables = await fields.number(release.variables, little);
  await tag(fields, '</K><N>');
  const observations = await fields.number(release.observations, little);
  await tag(fields, '</N><label>');
  fields.skip(await fields.number(release.label, little));
  await tag(fields, '</label><timestamp>');
  fields.skip(await fields.number(1, little));
  await tag(fields, '</timestamp></header><map>');
  fields.skip(8 * MAP_ENTRIES);
  await tag(fields, '</map><variable_types>');
  const row = await rowWidth(fields, variables, little, budget);
  await section(fields, 'variable_types', 'varnames', release.name * variables);
  await section(fields, 'varnames', 'sortlist', release.sorted * (variables + 1));
  await section(fields, 'sortlist', 'formats', release.format * variables);
  await section(fields, 'formats', 'value_label_names', release.name * variables);
  await section(fields, 'value_label_names', 'variable_labels', release.description * variables);
  await tag(fields, '</variable_labels><characteristics>');
  await entries(fields, '<ch>', '</characteristics><data>', budget, async () => {
    fields.skip(await fields.number(4, little));
    await tag(fields, '</ch>');
  });
  fields.skip(row * observations);
  await tag(fields, '</data><strls>');
  await entries(fields, 'GSO', '</strls><value_labels>', budget, async () => {
    fields.skip(4 + release.longText + 1);
    fields.skip(await fields.number(4, little));
  });
  await entries(fields, '<lbl>', '</value_labels></stata_dta>', budget, async () => {
    const length = await fields.number(4, little);
    fields.skip(release.name + 3 + length);
    await tag(fields, '</lbl>');
  });
  if (fields.left() > 0) throw new MalformedError(`${fields.left()} bytes after the data set`, fields.position());
  return { format: 'stata', release: Number(number), variables, observations };
}

async function tag(fields: Fields, expected: string): Promise<void> {
  const at = fields.position();
  if ((await fields.text(expected.length)) !== expected)
    throw new MalformedError(`no ${expected} where it belongs`, at);
}

/** Ends one section of `bytes` after its tag, and begins the next. */
async function section(fields: Fields, ended: string, next: string, bytes: number): Promise<void> {
  await tag(fields, `</${ended}><${next}>`);
  fields.skip(bytes);
}

async function rowWidth(fields: Fields, variables: number, little: boolean, budget: Budget): Promise<number> {
  let width = 0;
  for (let index = 0; index < variables; index++) {
    budget.spend('opcodes', 1);
    const type = await fields.number(2, little);
    const bytes = type >= 1 && type <= LONGEST_TEXT ? type : WIDTHS[type];
    if (bytes === undefined) throw new MalformedError(`a variable of type ${type}`, fields.position() - 2);
    width += bytes;
  }
  return width;
}

/** Entries that begin with `start`, until `end`. */
async function entries(
  fields: Fields,
  start: string,
  end: string,
  budget: Budget,
  one: () => Promise<void>,
): Promise<void> {
  for (;;) {
    budget.spend('opcodes', 1);
    const at = fields.position();
    const head = await fields.text(start.length);
    if (head === start) await one();
    else {
      if (head !== end.slice(0, start.length)) throw new MalformedError(`neither ${start} nor ${end}`, at);
      await tag(fields, end.slice(start.length));
      return;
    }
  }
}
