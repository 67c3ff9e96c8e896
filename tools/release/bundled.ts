import { join, sep } from 'node:path';
import { rolldown } from 'rolldown';
import { build } from 'vite';
import configuration from '../../rolldown.config.mjs';

/** Where the packages lie whose modules are compiled into `dist` of a checkout: `node_modules/zod`. */
export async function bundledPackages(root: string): Promise<ReadonlySet<string>> {
  const [product] = configuration;
  const made = await rolldown({ ...product, cwd: root, logLevel: 'silent' });
  const { output } = await made.generate({ ...product.output, cleanDir: false });
  await made.close();
  const web = await build({
    configFile: join(root, 'web/vite.config.ts'),
    logLevel: 'silent',
    build: { write: false },
  });
  const pages = (Array.isArray(web) ? web : [web]).flatMap((one) => ('output' in one ? one.output : []));
  const modules = [...output, ...pages].flatMap((one) => (one.type === 'chunk' ? Object.keys(one.modules) : []));
  return new Set(modules.flatMap((id) => packageOf(id) ?? []));
}

/** What is linked lies elsewhere: the path counts from the folder of packages on. */
function packageOf(id: string): string | null {
  const path = id.split(sep).join('/');
  return /\/(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)(?=\/)/.exec(path)?.[1] ?? null;
}
