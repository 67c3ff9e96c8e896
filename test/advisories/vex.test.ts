import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseVex } from '../../src/advisories/vex/parse.ts';
import { productOf } from '../../src/advisories/vex/purl.ts';
import { findingsIn } from '../../src/domain/dossier.ts';
import type { Vetting } from '../../src/domain/vetting.ts';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';
import { osvRecord } from './osv-server.ts';

const AT = '2026-11-20T10:00:00Z';

function openVex(status: string, product = 'pkg:pypi/torch@1.5', more: object = {}): object {
  return {
    '@context': 'https://openvex.dev/ns/v0.2.0',
    '@id': 'https://example.test/vex-1',
    author: 'Our security team',
    timestamp: AT,
    version: 1,
    statements: [
      {
        vulnerability: { name: 'CVE-2026-0001' },
        products: [{ '@id': product, ...more }],
        status,
        justification: 'vulnerable_code_not_in_execute_path',
      },
    ],
  };
}

const CYCLONE = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  metadata: { timestamp: AT },
  components: [{ type: 'library', 'bom-ref': 'a', name: 'torch', purl: 'pkg:pypi/torch@1.5' }],
  vulnerabilities: [
    { id: 'CVE-2026-0001', analysis: { state: 'false_positive', detail: 'not called' }, affects: [{ ref: 'a' }] },
  ],
};

const CSAF = {
  document: { category: 'csaf_vex', publisher: { name: 'Us' }, tracking: { current_release_date: AT } },
  product_tree: {
    full_product_names: [
      { product_id: 'p1', name: 'torch', product_identification_helper: { purl: 'pkg:pypi/torch@1.5' } },
    ],
  },
  vulnerabilities: [
    {
      cve: 'CVE-2026-0001',
      product_status: { known_not_affected: ['p1'] },
      flags: [{ label: 'component_not_present' }],
    },
  ],
};

/** A home with an index, a key, and a model that pins torch 1.5; `vet` gives rules and outcome. */
async function yard() {
  const home = scratchFolder();
  const at = { home, env: { WEIGHBRIDGE_ADVISORY_DAYS: '9000' } };
  const record = join(home, 'r.json');
  writeFileSync(record, JSON.stringify(osvRecord('GHSA-a', 'torch', { aliases: ['CVE-2026-0001'] })));
  await wb(['advisories', 'update', '--from', record, '--quiet'], at);
  const key = join(home, 'vex.key');
  await wb(['key', 'new', key], { home: scratchFolder() });
  const model = join(home, 'model');
  cpSync('examples/models/plover-1m', model, { recursive: true });
  writeFileSync(join(model, 'requirements.txt'), 'torch==1.5\n');
  const sign = async (document: object): Promise<string> => {
    const [plain, signed] = [join(home, 'vex.json'), join(home, 'vex.signed.json')];
    writeFileSync(plain, JSON.stringify(document));
    expect((await wb(['advisories', 'sign', plain, '--key', key, '--to', signed], at)).code).toBe(0);
    return signed;
  };
  const take = (signed: string, args: readonly string[] = ['--key', key.replace(/key$/, 'pub')]) =>
    wb(['advisories', 'update', '--vex', signed, ...args], at);
  const vet = async (): Promise<readonly string[]> => {
    const { stdout } = await wb(
      ['vet', model, '--commercial', 'no', '--exposure', 'internal', '--quiet', '--format', 'json'],
      at,
    );
    const vetting = JSON.parse(stdout) as Vetting;
    const rules = findingsIn(vetting.dossier).flatMap(({ rule }) =>
      rule.startsWith('vulnerabilities/') ? [rule.slice(16)] : [],
    );
    return [...rules, vetting.verdict.outcome];
  };
  return { home, model, sign, take, vet };
}

describe('a VEX statement', () => {
  it.each<[string, object, readonly string[]]>([
    ['in OpenVEX that says not affected', openVex('not_affected'), ['excused', 'admit']],
    ['in CycloneDX', CYCLONE, ['excused', 'admit']],
    ['in CSAF', CSAF, ['excused', 'admit']],
    ['that is still looking', openVex('under_investigation'), ['critical', 'review']],
    ['on another version', openVex('not_affected', 'pkg:pypi/torch@1.4'), ['critical', 'review']],
    [
      'on this package in this model',
      openVex('not_affected', 'pkg:huggingface/model', { subcomponents: [{ '@id': 'pkg:pypi/torch' }] }),
      ['excused', 'admit'],
    ],
    [
      'on this package in another model',
      openVex('not_affected', 'pkg:huggingface/org/other', { subcomponents: [{ '@id': 'pkg:pypi/torch' }] }),
      ['critical', 'review'],
    ],
  ])('%s', async (_, document, expected) => {
    const { sign, take, vet } = await yard();
    expect((await take(await sign(document))).code).toBe(0);
    expect(await vet()).toEqual(expected);
  });

  it('counts only from a signer the user trusts, and never from the vetted folder', async () => {
    const { model, sign, take, vet } = await yard();
    const signed = await sign(openVex('not_affected'));
    expect((await take(signed, [])).stderr).toContain('[feed-untrusted]');
    cpSync(signed, join(model, 'vex.json'));
    writeFileSync(join(model, 'torch.openvex.json'), JSON.stringify(openVex('not_affected')));
    expect(await vet()).toEqual(['critical', 'review']);
  });
});

describe('a VEX document', () => {
  it('that is none is broken, whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(parseVex(value).kind).toBe('broken');
      }),
    );
  });

  it.each<[string, ReturnType<typeof productOf>]>([
    ['pkg:pypi/Some_Thing@1.0', { kind: 'package', ecosystem: 'PyPI', name: 'some-thing', version: '1.0' }],
    ['pkg:npm/%40scope/name@2.0.0?x=y', { kind: 'package', ecosystem: 'npm', name: '@scope/name', version: '2.0.0' }],
    [
      'pkg:golang/golang.org/x/net@v0.1.0',
      { kind: 'package', ecosystem: 'Go', name: 'golang.org/x/net', version: '0.1.0' },
    ],
    ['pkg:huggingface/org/name@abc', { kind: 'model', name: 'org/name' }],
    ['pkg:deb/debian/curl@1', null],
    ['not a purl', null],
  ])('names %s', (purl, expected) => {
    expect(productOf(purl)).toEqual(expected);
  });
});
