import { cruise } from 'dependency-cruiser';
import extractConfig from 'dependency-cruiser/config-utl/extract-depcruise-config';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';

/** Fewer modules than this, and the cruiser did not see the house: without a compiler API it passes what it cannot read. */
const AT_LEAST = 100;

/** Holds every import against the floors of ARCHITECTURE.md. */
async function main(): Promise<void> {
  const options = await extractConfig('./.dependency-cruiser.cjs');
  const { output } = await cruise(
    ['src'],
    { ...options, outputType: 'json' },
    {},
    { tsConfig: extractTsConfig('tsconfig.json') },
  );
  const { summary } = JSON.parse(output as string) as {
    readonly summary: {
      readonly totalCruised: number;
      readonly violations: readonly {
        readonly rule: { readonly name: string };
        readonly from: string;
        readonly to: string;
      }[];
    };
  };
  for (const { rule, from, to } of summary.violations) console.log(`${rule.name}: ${from} → ${to}`);
  if (summary.totalCruised < AT_LEAST) console.log(`only ${summary.totalCruised} modules were seen`);
  process.exitCode = summary.violations.length > 0 || summary.totalCruised < AT_LEAST ? 1 : 0;
}

await main();
