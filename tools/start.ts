import { mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { run } from './run.ts';
import { startChat } from './start-chat.ts';
import { showServer } from './start-server.ts';

/** Vets every example model, says where the reports are, talks to one through a gateway, and starts a server that has vetted them too. */
async function main(): Promise<void> {
  const reports = resolve('.weighbridge', 'reports');
  mkdirSync(reports, { recursive: true });
  const models = readdirSync('examples/models').sort();
  for (const model of models) {
    const folder = join('examples', 'models', model);
    console.log(`\n$ weighbridge vet ${folder} --purpose "trying Weighbridge out" --commercial no --exposure internal`);
    const use = ['--purpose', 'trying Weighbridge out', '--commercial', 'no', '--exposure', 'internal'];
    const format = ['--format', `html=${join(reports, `${model}.html`)}`];
    const code = await run(process.execPath, ['dist/bin.js', 'vet', folder, ...use, ...format]);
    // 1 and 3 are answers: one of the examples is there to be denied.
    if (![0, 1, 3].includes(code)) process.exitCode = code;
  }
  console.log('\nReports for people, one file each; open them in a browser:');
  for (const model of models) console.log(`  ${join(reports, `${model}.html`)}`);
  console.log('\nNext:  npx weighbridge vet <folder or hf:org/name>      npx weighbridge --help');
  const stay = stays();
  const chat = await startChat({ stay });
  try {
    await showServer(models, { stay, chat });
  } finally {
    await chat?.stop();
  }
}

/** A person at a terminal gets a server to look at; a script, or CI, gets its prompt back. */
function stays(): boolean {
  if (process.argv.includes('--stay')) return true;
  return process.stdout.isTTY && process.env.CI === undefined;
}

await main();
