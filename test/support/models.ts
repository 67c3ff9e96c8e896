import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The examples, and two models made of one: `egret`, whose licence brings a duty, and `heron`, which brings code as well,
 * so that people rule on it.
 */
export function modelsIn(folder: string): string {
  cpSync('examples/models', folder, { recursive: true });
  for (const name of ['egret', 'heron']) {
    const model = join(folder, name);
    cpSync(join(folder, 'plover-1m'), model, { recursive: true });
    rmSync(join(model, 'LICENSE'));
    const card = join(model, 'README.md');
    writeFileSync(card, readFileSync(card, 'utf8').replace('license: apache-2.0', 'license: cc-by-4.0'));
  }
  writeFileSync(
    join(folder, 'heron', 'modeling_heron.py'),
    'import torch\n\nclass Heron(torch.nn.Module):\n    pass\n',
  );
  return folder;
}
