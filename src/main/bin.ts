#!/usr/bin/env node
import { keepCompiled } from './keep-compiled.ts';

void main();

/** Whatever is loaded after the first step is kept as it was compiled. */
async function main(): Promise<void> {
  const [only, ...more] = process.argv.slice(2);
  // Nothing else is needed to say so, and it is asked often.
  if (more.length === 0 && (only === '--version' || only === '-V')) {
    process.stdout.write(`${(await import('./version.ts')).VERSION}\n`);
    return;
  }
  keepCompiled(process.env);
  await (await import('./call.ts')).call();
}
