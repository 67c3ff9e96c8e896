import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import spdx from 'spdx-license-list/full.js';
import { type Fingerprint, fingerprintOf } from '../src/licences/detect/fingerprint.ts';
import { packFingerprints } from '../src/licences/detect/pack.ts';

/**
 * Makes src/licences/detect/fingerprints.json from the SPDX list and a folder of licence texts that the caller names:
 * `<record>.txt`, or `<record>@<where from>.txt` for another copy. The texts stay where they are.
 */
function main(folder: string | undefined): void {
  if (folder === undefined) throw new Error('give the folder that holds the texts of model licences');
  const prints = [...ofFolder(folder), ...ofSpdx()];
  const packed = packFingerprints(prints);
  writeFileSync(join('src', 'licences', 'detect', 'fingerprints.json'), `${JSON.stringify(packed, null, 2)}\n`);
  process.stdout.write(`${prints.length} fingerprints, ${packed.data.length} characters\n`);
}

function ofFolder(folder: string): readonly Fingerprint[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return files
    .sort()
    .flatMap((name) => variantsOf(name.replace(/(?:@.*)?\.txt$/, ''), readFileSync(join(folder, name), 'utf8')));
}

function ofSpdx(): readonly Fingerprint[] {
  return Object.entries(spdx)
    .filter(([, { licenseText }]) => licenseText.length > 200)
    .flatMap(([id, { licenseText }]) => variantsOf(id, licenseText));
}

/** Instructions on how to apply a licence are often left out of its file. */
function variantsOf(licence: string, text: string): readonly Fingerprint[] {
  const end = /\n[^\n]{0,12}END OF TERMS AND CONDITIONS[^\n]*\n/i.exec(text);
  const cut = end === null ? [] : [fingerprintOf(licence, text.slice(0, end.index + end[0].length))];
  return [fingerprintOf(licence, text), ...cut];
}

main(process.argv[2]);
