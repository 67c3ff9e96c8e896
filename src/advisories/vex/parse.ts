import { z } from 'zod';
import type { VexStatement, VexStatus } from '../../domain/vex.ts';
import { productOf } from './purl.ts';

export type ParsedVex =
  | { readonly kind: 'read'; readonly author: string; readonly statements: readonly VexStatement[] }
  | { readonly kind: 'broken'; readonly why: string };

const text = z.string().max(5000);
const moment = z.iso.datetime({ offset: true });
const MANY = 10_000;

const openVex = z.object({
  '@context': z.string().startsWith('https://openvex.dev/ns'),
  author: text,
  timestamp: moment,
  statements: z
    .array(
      z.object({
        vulnerability: z.union([
          text.transform((name) => ({ name, aliases: [] as string[] })),
          z.object({ name: text, aliases: z.array(text).max(100).default([]) }),
        ]),
        timestamp: moment.optional(),
        products: z
          .array(
            z.object({
              '@id': text,
              subcomponents: z
                .array(z.object({ '@id': text }))
                .max(MANY)
                .default([]),
            }),
          )
          .max(MANY)
          .default([]),
        status: z.enum(['not_affected', 'affected', 'fixed', 'under_investigation']),
        justification: text.default(''),
        impact_statement: text.default(''),
      }),
    )
    .max(MANY),
});

/** CycloneDX: where a vulnerability's analysis stands (bom-1.6.schema.json, impactAnalysisState). */
const STATES: Readonly<Record<string, VexStatus>> = {
  not_affected: 'not_affected',
  false_positive: 'not_affected',
  resolved: 'fixed',
  resolved_with_pedigree: 'fixed',
  exploitable: 'affected',
  in_triage: 'under_investigation',
};
const cycloneDx = z.object({
  bomFormat: z.literal('CycloneDX'),
  metadata: z.object({ timestamp: moment, component: z.object({ purl: text.optional() }).optional() }),
  components: z
    .array(z.object({ 'bom-ref': text.optional(), purl: text.optional() }))
    .max(100_000)
    .default([]),
  vulnerabilities: z
    .array(
      z.object({
        id: text,
        references: z
          .array(z.object({ id: text }))
          .max(100)
          .default([]),
        analysis: z.object({ state: z.string(), justification: text.default(''), detail: text.default('') }),
        affects: z
          .array(z.object({ ref: text }))
          .max(MANY)
          .default([]),
      }),
    )
    .max(MANY),
});

const csafProduct = z.object({
  product_id: text,
  product_identification_helper: z.object({ purl: text.optional() }).optional(),
});
/** The little of CSAF 2.0 that says who is affected (profile 5, VEX): products by purl, at the top of the tree. */
const csaf = z.object({
  document: z.object({
    category: z.literal('csaf_vex'),
    publisher: z.object({ name: text }),
    tracking: z.object({ current_release_date: moment }),
  }),
  product_tree: z.object({ full_product_names: z.array(csafProduct).max(MANY) }),
  vulnerabilities: z
    .array(
      z.object({
        cve: text.optional(),
        ids: z.array(z.object({ text })).max(100).default([]),
        product_status: z.record(z.string(), z.array(text).max(MANY)),
        flags: z
          .array(z.object({ label: text }))
          .max(100)
          .default([]),
      }),
    )
    .max(MANY),
});
const CSAF_STATES: Readonly<Record<string, VexStatus>> = {
  known_not_affected: 'not_affected',
  fixed: 'fixed',
  first_fixed: 'fixed',
  known_affected: 'affected',
  under_investigation: 'under_investigation',
};

/** Reads OpenVEX, CycloneDX VEX or a CSAF VEX. Never throws. Products that are no package we match are left out. */
export function parseVex(value: unknown): ParsedVex {
  const open = openVex.safeParse(value);
  if (open.success) return { kind: 'read', author: open.data.author, statements: fromOpenVex(open.data) };
  const cyclone = cycloneDx.safeParse(value);
  if (cyclone.success) return { kind: 'read', author: 'CycloneDX', statements: fromCycloneDx(cyclone.data) };
  const advisory = csaf.safeParse(value);
  if (advisory.success) {
    return { kind: 'read', author: advisory.data.document.publisher.name, statements: fromCsaf(advisory.data) };
  }
  return { kind: 'broken', why: 'it is neither OpenVEX, nor a CycloneDX or CSAF document with VEX statements' };
}

type Said = Pick<VexStatement, 'ids' | 'status' | 'why' | 'at'>;

function about(said: Said, purl: string, model: string | null): readonly VexStatement[] {
  const product = productOf(purl);
  if (product?.kind !== 'package') return [];
  const { ecosystem, name, version } = product;
  return [{ ...said, ecosystem, name, version, model }];
}

/** A product may be the package itself, or a model with the packages in it. */
function fromOpenVex({ statements, timestamp }: z.output<typeof openVex>): readonly VexStatement[] {
  return statements.flatMap((one) => {
    const said: Said = {
      ids: [one.vulnerability.name, ...one.vulnerability.aliases],
      status: one.status,
      why: one.impact_statement || one.justification,
      at: one.timestamp ?? timestamp,
    };
    return one.products.flatMap((product) => {
      const holder = productOf(product['@id']);
      if (holder?.kind === 'package') return about(said, product['@id'], null);
      if (holder?.kind !== 'model') return [];
      return product.subcomponents.flatMap((part) => about(said, part['@id'], holder.name));
    });
  });
}

function fromCycloneDx(bom: z.output<typeof cycloneDx>): readonly VexStatement[] {
  const purls = new Map(
    bom.components.flatMap((one) => (one['bom-ref'] && one.purl ? [[one['bom-ref'], one.purl]] : [])),
  );
  const holder = productOf(bom.metadata.component?.purl ?? '');
  const model = holder?.kind === 'model' ? holder.name : null;
  return bom.vulnerabilities.flatMap(({ id, references, analysis, affects }) => {
    const status = STATES[analysis.state];
    if (status === undefined) return [];
    const ids = [id, ...references.map((one) => one.id)];
    const said: Said = { ids, status, why: analysis.detail || analysis.justification, at: bom.metadata.timestamp };
    return affects.flatMap(({ ref }) => about(said, purls.get(ref) ?? ref, model));
  });
}

function fromCsaf({ document, product_tree: tree, vulnerabilities }: z.output<typeof csaf>): readonly VexStatement[] {
  const purls = new Map(
    tree.full_product_names.flatMap((one) => {
      const purl = one.product_identification_helper?.purl;
      return purl === undefined ? [] : [[one.product_id, purl] as const];
    }),
  );
  return vulnerabilities.flatMap(({ cve, ids, product_status: states, flags }) => {
    const names = [...(cve === undefined ? [] : [cve]), ...ids.map((one) => one.text)];
    return Object.entries(states).flatMap(([state, products]) => {
      const status = CSAF_STATES[state];
      if (status === undefined || names.length === 0) return [];
      const why = flags.map(({ label }) => label).join(', ');
      const said: Said = { ids: names, status, why, at: document.tracking.current_release_date };
      return products.flatMap((id) => about(said, purls.get(id) ?? '', null));
    });
  });
}
