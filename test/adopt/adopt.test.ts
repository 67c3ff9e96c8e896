import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';

const home = scratchFolder();

it('gives every model that is there a first dossier, the worst first, and names what is out of reach', async () => {
  const models = join(home, 'house');
  for (const name of ['plover-1m', 'plover-1m-tainted'])
    cpSync(join('examples/models', name), join(models, name), { recursive: true });
  mkdirSync(join(models, 'empty'));
  writeFileSync(
    join(models, 'serve.yaml'),
    'apiVersion: v1\nkind: Pod\nmetadata: { name: tgi }\nspec: { containers: [ { args: [--model, /models/x] } ] }\n',
  );
  const { code, stdout } = await wb(['adopt', models, '--exposure', 'internal', '--commercial', 'no'], { home });
  expect(code).toBe(1);
  const lines = stdout.split('\n');
  expect(lines[0]).toMatch(/^deny {2,}plover-1m-tainted {2}folder /);
  expect(lines[1]).toMatch(/^ +Loading it runs code/);
  expect(stdout).toMatch(/\n(admit|review) {2,}plover-1m {2}folder/);
  expect(stdout).toContain('2 models: 1 deny');
  expect(stdout).toMatch(/pod\/tgi \(kubernetes\)\n +\/models\/x is a path within the container/);
  const listed = await wb(['dossier', 'list'], { home });
  expect(listed.stdout.match(/plover-1m/g)?.length).toBe(2);
});

it('says so where there is none', async () => {
  const bare = join(home, 'bare');
  mkdirSync(bare);
  expect(await wb(['adopt', bare], { home })).toMatchObject({ code: 0, stdout: 'No model was found.\n' });
  expect(await wb(['adopt', join(home, 'no-such')], { home })).toMatchObject({ code: 4 });
});
