import { spawnSync } from 'node:child_process';

/** Fewer modules than this, and the cruiser did not see the house: without a compiler API it passes what it cannot read. */
const AT_LEAST = 100;
const CRUISER = 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs';

interface Summary {
  readonly totalCruised: number;
  readonly ruleSetUsed?: { readonly forbidden?: readonly unknown[] };
  readonly violations: readonly {
    readonly rule: { readonly name: string };
    readonly from: string;
    readonly to: string;
  }[];
}

/** Holds every import against the floors of ARCHITECTURE.md. */
function main(): void {
  const args = [CRUISER, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  const summary = summaryIn(stdout);
  if (summary === null) {
    console.log(stderr);
    process.exitCode = 1;
    return;
  }
  for (const { rule, from, to } of summary.violations) console.log(`${rule.name}: ${from} → ${to}`);
  const blind = summary.totalCruised < AT_LEAST || (summary.ruleSetUsed?.forbidden ?? []).length === 0;
  if (blind) console.log(`the cruiser saw ${summary.totalCruised} modules and cannot speak for the floors`);
  process.exitCode = blind || summary.violations.length > 0 ? 1 : 0;
}

function summaryIn(output: string): Summary | null {
  try {
    return (JSON.parse(output) as { readonly summary: Summary }).summary;
  } catch {
    return null;
  }
}

main();
