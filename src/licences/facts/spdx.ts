import type { LicenceRecord } from './record.ts';

/** What a standard licence asks of a use, where no record of its own was written: enough for a verdict, no more. */
export type SpdxCategory =
  | 'permissive'
  | 'public-domain'
  | 'weak-copyleft'
  | 'copyleft'
  | 'network-copyleft'
  | 'attribution'
  | 'share-alike'
  | 'no-derivatives'
  | 'non-commercial'
  | 'non-commercial-share-alike'
  | 'non-commercial-no-derivatives'
  | 'data-attribution';

/** SPDX ids by what they ask. Versions of one licence stand together; what is not here is known by its name alone. */
const ROWS: readonly (readonly [SpdxCategory, string])[] = [
  [
    'permissive',
    `0BSD AFL-1.1 AFL-1.2 AFL-2.0 AFL-2.1 AFL-3.0 Apache-1.0 Apache-1.1 Artistic-1.0 Artistic-2.0 BSD-1-Clause BSD-2-Clause
     BSD-2-Clause-Patent BSD-3-Clause-Clear BSD-3-Clause-LBNL BSD-3-Clause-No-Nuclear-Warranty BSD-4-Clause BSL-1.0 BlueOak-1.0.0
     CNRI-Python curl ECL-1.0 ECL-2.0 EFL-2.0 FTL HPND ICU IJG ImageMagick ISC JSON libpng-2.0 Libpng MIT-0 MIT-CMU
     MIT-Modern-Variant MS-PL MulanPSL-1.0 MulanPSL-2.0 NCSA NTP OFL-1.0 OFL-1.1 OLDAP-2.8 OpenSSL PHP-3.0 PHP-3.01 PostgreSQL
     PSF-2.0 Python-2.0 Ruby SGI-B-2.0 TCL Unicode-3.0 Unicode-DFS-2016 UPL-1.0 Vim W3C WTFPL X11 Xnet Zlib zlib-acknowledgement
     ZPL-2.0 ZPL-2.1 etalab-2.0 LPPL-1.3c`,
  ],
  ['public-domain', 'CC-PDDC NIST-PD NIST-PD-fallback SAX-PD blessing Unlicense CC0-1.0 PDDL-1.0'],
  [
    'weak-copyleft',
    `APSL-2.0 CDDL-1.0 CDDL-1.1 CECILL-C CPL-1.0 EPL-1.0 EPL-2.0 IPL-1.0 LGPL-2.0-only LGPL-2.0-or-later LGPL-2.1-only
     LGPL-2.1-or-later LGPL-3.0-only LGPL-3.0-or-later MPL-1.0 MPL-1.1 MPL-2.0 MPL-2.0-no-copyleft-exception MS-RL`,
  ],
  [
    'copyleft',
    `CECILL-2.0 CECILL-2.1 EUPL-1.0 EUPL-1.1 EUPL-1.2 GFDL-1.1-only GFDL-1.2-only GFDL-1.3-only GFDL-1.3-or-later GPL-1.0-only
     GPL-1.0-or-later GPL-2.0-only GPL-2.0-or-later GPL-3.0-only GPL-3.0-or-later QPL-1.0 Sleepycat RPL-1.5`,
  ],
  ['network-copyleft', 'AGPL-1.0-only AGPL-3.0-only AGPL-3.0-or-later OSL-1.0 OSL-2.0 OSL-2.1 OSL-3.0'],
  [
    'attribution',
    'CC-BY-1.0 CC-BY-2.0 CC-BY-2.5 CC-BY-3.0 CC-BY-3.0-AT CC-BY-3.0-DE CC-BY-3.0-IGO CC-BY-3.0-US CC-BY-4.0',
  ],
  ['share-alike', 'CC-BY-SA-1.0 CC-BY-SA-2.0 CC-BY-SA-2.5 CC-BY-SA-3.0 CC-BY-SA-4.0 ODbL-1.0 CDLA-Sharing-1.0'],
  ['no-derivatives', 'CC-BY-ND-1.0 CC-BY-ND-2.0 CC-BY-ND-2.5 CC-BY-ND-3.0 CC-BY-ND-4.0'],
  ['non-commercial', 'CC-BY-NC-1.0 CC-BY-NC-2.0 CC-BY-NC-2.5 CC-BY-NC-3.0 CC-BY-NC-4.0 PolyForm-Noncommercial-1.0.0'],
  [
    'non-commercial-share-alike',
    'CC-BY-NC-SA-1.0 CC-BY-NC-SA-2.0 CC-BY-NC-SA-2.5 CC-BY-NC-SA-3.0 CC-BY-NC-SA-3.0-IGO CC-BY-NC-SA-4.0',
  ],
  ['non-commercial-no-derivatives', 'CC-BY-NC-ND-1.0 CC-BY-NC-ND-2.0 CC-BY-NC-ND-2.5 CC-BY-NC-ND-3.0 CC-BY-NC-ND-4.0'],
  [
    'data-attribution',
    'ODC-By-1.0 CDLA-Permissive-1.0 CDLA-Permissive-2.0 DL-DE-BY-2.0 OGL-UK-1.0 OGL-UK-2.0 OGL-UK-3.0',
  ],
];

const CATEGORIES: ReadonlyMap<string, readonly [string, SpdxCategory]> = new Map(
  ROWS.flatMap(([category, ids]) => ids.split(/\s+/).map((id) => [id.toLowerCase(), [id, category] as const] as const)),
);

/** Hub spellings without SPDX's `-only`, and short ids of the hub. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['gpl-1.0', 'gpl-1.0-only'],
  ['gpl-2.0', 'gpl-2.0-only'],
  ['gpl-3.0', 'gpl-3.0-only'],
  ['lgpl-2.0', 'lgpl-2.0-only'],
  ['lgpl-2.1', 'lgpl-2.1-only'],
  ['lgpl-3.0', 'lgpl-3.0-only'],
  ['agpl-3.0', 'agpl-3.0-only'],
  ['gfdl', 'gfdl-1.3-or-later'],
  ['gfdl-1.3', 'gfdl-1.3-only'],
  ['odbl', 'odbl-1.0'],
  ['odc-by', 'odc-by-1.0'],
  ['pddl', 'pddl-1.0'],
]);

/** A licence of the SPDX list by its category: a record with what all of that category have in common; null for other ids. */
export function spdxRecord(id: string): LicenceRecord | null {
  const key = id.trim().toLowerCase().replace(/\+$/, '-or-later');
  const found = CATEGORIES.get(key) ?? CATEGORIES.get(SHORT.get(key) ?? '');
  return found === undefined ? null : recordOf(...found);
}

function recordOf(id: string, category: SpdxCategory): LicenceRecord {
  const free = category === 'public-domain';
  const nonCommercial = category.startsWith('non-commercial');
  const creative = id.startsWith('CC-') || category === 'attribution';
  const closedToChanges = category.endsWith('no-derivatives');
  return {
    id: `spdx:${id}`,
    name: id,
    family: 'spdx',
    applies_to: ['model', 'dataset', 'code'],
    category: nonCommercial ? 'non-commercial' : category,
    version: null,
    date: null,
    hf_ids: [],
    hf_license_names: [],
    spdx_id: id,
    scancode_key: null,
    commercial_use: nonCommercial ? 'no' : 'yes',
    commercial_note: null,
    internal_business_use: nonCommercial ? 'conditional' : 'yes',
    thresholds: [],
    attribution: {
      licence_copy: free ? 'no' : creative ? 'uri-or-copy' : 'yes',
      notice_file: 'no',
      state_changes: free ? 'no' : 'yes',
      keep_notices: free ? 'no' : 'yes',
    },
    derivative_naming: null,
    acceptable_use: { has_policy: false, policy_can_change: 'n/a', flow_down: 'n/a', bind_end_users: 'n/a' },
    outputs: {
      commercial_use_of_outputs: nonCommercial ? 'not_addressed' : 'yes',
      train_other_models: 'not_addressed',
    },
    share_alike: SHARE_ALIKE[category] ?? 'none',
    network_copyleft: category === 'network-copyleft',
    territory: { excluded: [] },
    termination: null,
    hosting: {
      saas: nonCommercial ? 'non-commercial-only' : 'allowed',
      counts_as_distribution:
        category === 'network-copyleft' ? 'network-use-clause' : creative && !free ? 'conditional' : 'no',
    },
    redistribution: closedToChanges ? 'no-derivatives' : 'yes',
    fields_excluded: [],
    gated_or_registration: null,
    confidence: 'standard',
    notes: null,
  };
}

const SHARE_ALIKE: Partial<Record<SpdxCategory, string>> = {
  'weak-copyleft': 'weak',
  copyleft: 'strong',
  'network-copyleft': 'strong',
  'share-alike': 'strong',
  'non-commercial-share-alike': 'strong',
};
