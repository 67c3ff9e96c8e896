import { type Finding, findingOf, locationIn } from '../../domain/finding.ts';
import { type Item, type ReadingAs, readingsAs } from '../../intake/inventory.ts';
import { printable } from '../../kernel/printable.ts';
import { BROKEN_CHECKPOINT } from './rules.ts';

/**
 * What every archive of torch.save and torch.jit.save has, as caffe2/serialize/inline_container.cc asks for it: one folder
 * with all members, a version that can be read, an order of bytes.
 */
export function* judgeParts(item: Item, zip: ReadingAs<'zip'>): Iterable<Finding> {
  if (!zip.facts.pytorch) return;
  const names = zip.facts.entries.map(({ name }) => name);
  const root = /^([^/]+\/)data\.pkl$/.exec(names.find((name) => /^[^/]+\/data\.pkl$/.test(name)) ?? '')?.[1];
  if (root === undefined) return;
  const stray = names.find((name) => !name.startsWith(root));
  const program = zip.facts.entries.find(({ name }) => name === `${root}data.pkl`);
  if (program?.size === 0) yield told(item, zip, 'its data.pkl is empty');
  // Any zip may have folders; one that is named as a checkpoint is read by PyTorch alone.
  if (stray !== undefined && CHECKPOINT_NAME.test(zip.member.at(-1) ?? item.file.path))
    yield told(item, zip, `${stray} lies outside ${root}`);
  const version = textOf(item, zip, `${root}version`);
  if (!names.includes(`${root}version`) && !names.includes(`${root}.data/version`))
    yield told(item, zip, 'it has no version');
  else if (version !== null && !isKnownVersion(version)) yield told(item, zip, `its version is ${version}`);
  const order = names.includes(`${root}byteorder`) ? textOf(item, zip, `${root}byteorder`) : null;
  // TorchScript does not look at it.
  if (order !== null && order !== 'little' && order !== 'big' && !names.includes(`${root}constants.pkl`))
    yield told(item, zip, `its order of bytes is ${order}`);
}

const CHECKPOINT_NAME = /\.(?:pt|pth|ptl|bin|ckpt)$/i;

/** kMinSupportedFileFormatVersion and kMaxSupportedFileFormatVersion (caffe2/serialize/versions.h). */
const VERSIONS: readonly [number, number] = [1, 10];

function isKnownVersion(text: string): boolean {
  const version = /^\s*[0-9]{1,4}\s*$/.test(text) ? Number(text) : 0;
  return version >= VERSIONS[0] && version <= VERSIONS[1];
}

/** A member that was read as text; empty where it is, null where something else came of it. */
function textOf(item: Item, { member, facts }: ReadingAs<'zip'>, name: string): string | null {
  if (facts.entries.some((entry) => entry.name === name && entry.size === 0)) return '';
  for (const reading of readingsAs(item, 'text'))
    if (reading.member.length === member.length + 1 && reading.member.at(-1) === name) return reading.facts.text;
  return null;
}

function told({ file }: Item, { member }: ReadingAs<'zip'>, what: string): Finding {
  return findingOf(BROKEN_CHECKPOINT, {
    message: `${BROKEN_CHECKPOINT.title} Here, ${printable(what.slice(0, LONGEST))}.`,
    location: locationIn(file, member, { offset: 0 }),
  });
}

const LONGEST = 160;
