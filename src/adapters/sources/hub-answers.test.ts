import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText, CHARACTER } from '../../../test/support/any-text.ts';
import { digestOfJson } from '../../kernel/digest.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { ListedFile } from '../../ports/source.ts';
import { listedFile, parseModelInfo, parseTreePage } from './hub-answers.ts';
import { hubModelBody } from './hub-evidence.ts';
import { isHubReference, parseHubReference } from './hub-reference.ts';
import { orderedListing } from './listing.ts';

const ENDPOINT = new URL('https://hub.corp/hf/');

/** Undefined when it worked, the code when it was refused; anything else thrown fails the test. */
function codeOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof WeighbridgeError) return error.code;
    throw error;
  }
}

const bytes = fc.oneof(
  fc.uint8Array(),
  fc.json().map((text) => Buffer.from(text)),
);
const path = fc.oneof(anyText(), fc.stringMatching(/^[./\\a-c]{0,8}$/));
const oid = fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-f]{40}$/));
const lfs = fc.record({ oid: fc.stringMatching(/^[0-9a-f]{64}$/), size: fc.nat(5) });
const entry = fc.record(
  { type: fc.constantFrom('file', 'directory', 'x'), path, size: fc.nat(5), oid },
  { requiredKeys: ['type', 'path'] },
);
const page = fc.array(
  fc.tuple(entry, fc.option(lfs)).map(([plain, large]) => ({ ...plain, lfs: large })),
  { maxLength: 6 },
);

describe('answers of a hub', () => {
  it('of any bytes are understood or refused', () => {
    fc.assert(
      fc.property(bytes, (body) => {
        expect([undefined, 'source-malformed']).toContain(codeOf(() => parseModelInfo(body)));
        expect([undefined, 'source-malformed']).toContain(codeOf(() => parseTreePage(body)));
      }),
    );
  });

  it('never list a path that leads out of a folder, or one twice', () => {
    fc.assert(
      fc.property(page, (entries) => {
        let files: readonly ListedFile[] = [];
        const code = codeOf(() => {
          const read = parseTreePage(Buffer.from(JSON.stringify(entries)));
          files = orderedListing(read.map((one) => listedFile(one, 'hub')).filter((file) => file !== null));
        });
        expect([undefined, 'source-malformed']).toContain(code);
        for (const file of files) {
          expect(file.path).not.toMatch(/^\/|\\|\0|(^|\/)\.{0,2}(\/|$)/);
        }
        expect(new Set(files.map((file) => file.path)).size).toBe(files.length);
      }),
    );
  });

  it('make evidence that has a digest, whatever Unicode they hold', () => {
    fc.assert(
      fc.property(fc.dictionary(anyText(), fc.jsonValue({ stringUnit: CHARACTER })), (card) => {
        const raw = JSON.parse(JSON.stringify({ id: 'a', card, broken: '\ud800' }));
        expect(() => digestOfJson(hubModelBody(raw))).not.toThrow();
      }),
    );
  });

  it('that are too long keep what matters', () => {
    const body = hubModelBody({ id: 'org/a', gated: false, cardData: { text: 'x'.repeat(2_000_000) } });
    expect(body).toEqual({ id: 'org/a', gated: false, truncated: true });
  });
});

describe('a reference to a hub', () => {
  it('of any text is parsed or refused', () => {
    const urls = fc
      .tuple(
        fc.stringMatching(/^https?:\/\/[a-z0-9.-]{1,20}$/),
        fc.array(fc.constantFrom('/', '?', '#', '%', '@', ':', '.', 'a', '1')),
        anyText(),
      )
      .map(([host, marks, text]) => `${host}/${marks.join('')}${encodeURIComponent(text)}`);
    fc.assert(
      fc.property(fc.oneof(anyText(), urls), (text) => {
        for (const reference of [`hf:${text}`, `https://huggingface.co/${text}`, text]) {
          if (!isHubReference(reference, ENDPOINT)) continue;
          expect([undefined, 'reference-invalid']).toContain(codeOf(() => parseHubReference(reference, ENDPOINT)));
        }
      }),
    );
  });

  it.each<[string, boolean]>([
    ['hf:org/name', true],
    ['https://huggingface.co/org/name', true],
    ['https://hf.co/org/name', true],
    ['https://hub.corp/hf/org/name', true],
    ['https://hub.corp/other/org/name', false],
    ['http://huggingface.co/org/name', false],
    ['https://huggingface.co:8443/org/name', false],
    ['https://huggingface.co.evil/org/name', false],
    ['./hf/org/name', false],
    ['org/name', false],
  ])('%s: %s', (reference, claimed) => {
    expect(isHubReference(reference, ENDPOINT)).toBe(claimed);
  });

  it('on an endpoint with a path of its own leaves that path out', () => {
    const parsed = parseHubReference('https://hub.corp/hf/org/name/resolve/v1.0/a/b.bin', ENDPOINT);
    expect(parsed).toEqual({ name: 'org/name', revision: 'v1.0' });
  });
});
