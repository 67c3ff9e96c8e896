import { Contrib, Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import { PackageURL } from 'packageurl-js';
import { z } from 'zod';
import { uuidOf } from '../../src/reports/bom/names.ts';

/** `package-lock.json`, version 3: every package by the path where it is installed. */
const names = z.record(z.string(), z.string()).default({});
const lockedPackage = z.looseObject({
  version: z.string().default(''),
  integrity: z.string().optional(),
  license: z.string().optional(),
  dependencies: names,
  optionalDependencies: names,
  peerDependencies: names,
});
const lockfile = z.looseObject({ lockfileVersion: z.literal(3), packages: z.record(z.string(), lockedPackage) });
type Locked = z.output<typeof lockedPackage>;
type Packages = Readonly<Record<string, Locked>>;

export interface Packed {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** Of the tarball, in hexadecimal. */
  readonly sha256: string;
  readonly sha512: string;
  /** Paths below which modules were compiled into the files that are packed: `node_modules/zod`. */
  readonly bundled: ReadonlySet<string>;
}

interface Reached {
  readonly component: Models.Component;
  /** Where it was walked from, and whether as something needed. */
  readonly places: Set<string>;
}

/**
 * What a release is made of (CycloneDX 1.6): what `npm install` of it brings, as locked here, and what was compiled into its
 * files. The same lock file and tarball give the same bytes. `npm sbom --omit=dev` is not asked: it leaves out what
 * development needs too (npm 11).
 */
export function releaseBom(lockText: string, packed: Packed): string {
  const { packages } = lockfile.parse(JSON.parse(lockText));
  const bom = new Models.Bom({ serialNumber: `urn:uuid:${uuidOf('release', packed.sha256)}` });
  const root = new Models.Component(Enums.ComponentType.Application, packed.name, {
    version: packed.version,
    bomRef: purlOf(packed.name, packed.version),
    purl: purlOf(packed.name, packed.version),
    hashes: new Models.HashDictionary([
      [Enums.HashAlgorithm['SHA-256'], packed.sha256],
      [Enums.HashAlgorithm['SHA-512'], packed.sha512],
    ]),
    licenses: licences(packed.licence),
  });
  bom.metadata.component = root;
  bom.metadata.lifecycles.add(Enums.LifecyclePhase.Build);
  const components = new Map<string, Reached>();
  const own = packages[''] ?? lockedPackage.parse({});
  const from = { packages, components, bundled: packed.bundled };
  for (const name of Object.keys(own.dependencies)) link(from, root, { path: '', name, needed: true });
  for (const name of Object.keys(own.optionalDependencies)) link(from, root, { path: '', name, needed: false });
  // Compiled in, and needed by nobody who installs it: what the console is made of.
  for (const path of [...packed.bundled].sort()) {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    link(from, root, { path: path.slice(0, path.lastIndexOf('node_modules/')).replace(/\/$/, ''), name, needed: true });
  }
  for (const { component } of components.values()) bom.components.add(component);
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}

interface Walk {
  readonly packages: Packages;
  /** By package URL. */
  readonly components: Map<string, Reached>;
  readonly bundled: ReadonlySet<string>;
}

interface Wanted {
  /** Of the package that wants it. */
  readonly path: string;
  readonly name: string;
  readonly needed: boolean;
}

/** Adds what `from` depends on, with all that it brings in turn; an optional package may be absent from the lock. */
function link(walk: Walk, from: Models.Component, { path, name, needed }: Wanted): void {
  const at = placeOf(walk.packages, path, name);
  if (at === null) {
    if (needed) throw new Error(`${name}, which ${path || 'the package'} needs, is not in package-lock.json`);
    return;
  }
  const locked = walk.packages[at] ?? lockedPackage.parse({});
  const purl = purlOf(name, locked.version);
  // The same version in two places is one component; what it finds from each place is linked to it.
  const known = walk.components.get(purl);
  const component = known?.component ?? componentOf(name, locked, { needed, bundled: walk.bundled.has(at) });
  const reached = known ?? { component, places: new Set<string>() };
  walk.components.set(purl, reached);
  from.dependencies.add(component.bomRef);
  // What one needs and another only may have is needed, and so is what it needs.
  const before = reached.places.has(`${at} needed`) || (!needed && reached.places.has(at));
  if (needed) component.scope = Enums.ComponentScope.Required;
  reached.places.add(at).add(needed ? `${at} needed` : at);
  if (before) return;
  for (const one of Object.keys(locked.dependencies)) link(walk, component, { path: at, name: one, needed });
  for (const one of Object.keys(locked.optionalDependencies))
    link(walk, component, { path: at, name: one, needed: false });
  for (const one of Object.keys(locked.peerDependencies)) link(walk, component, { path: at, name: one, needed: false });
}

/** As Node finds it: in the wanting package's own `node_modules`, then upwards. */
function placeOf(packages: Packages, path: string, name: string): string | null {
  for (let folder = path; ; folder = folder.replace(/(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+$/, '')) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (Object.hasOwn(packages, place)) return place;
    if (folder === '') return null;
  }
}

function componentOf(
  name: string,
  { version, integrity, license }: Locked,
  { needed, bundled }: { readonly needed: boolean; readonly bundled: boolean },
): Models.Component {
  const [group, bare] = name.startsWith('@') ? (name.split('/') as [string, string]) : [undefined, name];
  const sha512 = /^sha512-(.+)$/.exec(integrity ?? '')?.[1];
  return new Models.Component(Enums.ComponentType.Library, bare, {
    ...(group === undefined ? {} : { group }),
    version,
    bomRef: purlOf(name, version),
    purl: purlOf(name, version),
    scope: needed ? Enums.ComponentScope.Required : Enums.ComponentScope.Optional,
    licenses: licences(license),
    hashes: new Models.HashDictionary(
      sha512 === undefined ? [] : [[Enums.HashAlgorithm['SHA-512'], Buffer.from(sha512, 'base64').toString('hex')]],
    ),
    properties: new Models.PropertyRepository([new Models.Property('weighbridge:compiled-in', bundled ? 'yes' : 'no')]),
  });
}

/** What the lock file has are words of npm: an SPDX id, an expression, or a name. */
const LICENCES = new Contrib.License.Factories.LicenseFactory((text) =>
  /^\(?[\w.+-]+(?: (?:AND|OR|WITH) |[\w.+() -])+$/.test(text),
);

function licences(expression: string | undefined): Models.LicenseRepository {
  if (expression === undefined) return new Models.LicenseRepository();
  return new Models.LicenseRepository([LICENCES.makeFromString(expression)]);
}

function purlOf(name: string, version: string): string {
  const [group, bare] = name.startsWith('@') ? name.slice(1).split('/') : [undefined, name];
  return new PackageURL(
    'npm',
    group === undefined ? undefined : `@${group}`,
    bare ?? name,
    version,
    undefined,
    undefined,
  ).toString();
}
