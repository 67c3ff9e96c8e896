import { existsSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { readConfig } from './config.ts';

/**
 * The caller's own `policy` or `use` file: `weighbridge.<name>.yaml` in the folder they stand in, else `<name>.yaml` in
 * their settings. Whoever stands inside the model they vet brings none from there: the vetted never configures the vetting.
 */
export function ownSettingsFile(
  name: string,
  reference: string,
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): string | null {
  const here = join(cwd, `weighbridge.${name}.yaml`);
  if (existsSync(here) && !isWithin(here, reference)) return here;
  const settled = join(readConfig(env).settingsFolder, `${name}.yaml`);
  return existsSync(settled) && !isWithin(settled, reference) ? settled : null;
}

/** Whether a file, or what it links to, lies in what is vetted. */
function isWithin(file: string, reference: string): boolean {
  if (!existsSync(reference)) return false;
  const root = realpathSync(reference);
  const inside = (path: string): boolean => path === root || path.startsWith(root + sep);
  return inside(file) || inside(realpathSync(file));
}
