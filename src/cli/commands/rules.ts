import type { NamedText } from '../../contract/caller.ts';
import type { RulePackAnswer } from '../../contract/rule-packs.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { plural } from '../../reports/words.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { several } from '../options.ts';
import type { Register } from '../register.ts';
import { clean } from '../terminal/paper.ts';

const HELP = `
A rule pack is a YAML file of rules of your own: patterns (RE2) over what was decoded from a file, with examples that are
run whenever the pack is loaded. docs/how-to/write-a-rule-pack.md shows one.

Examples:
  weighbridge rules test acme.rules.yaml
  weighbridge rules sign acme.rules.yaml --key ~/keys/release.key
  weighbridge rules verify acme.rules.dsse.json
  weighbridge scan ./models --rules acme.rules.dsse.json`;

export const register: Register = (program, io, done) => {
  const rules = program
    .command('rules')
    .description('Test, sign or verify a pack of rules of your own.')
    .addHelpText('after', HELP);
  rules
    .command('test')
    .description('Read a pack and run its examples; every mistake with its line and column.')
    .addHelpText('after', '\nExamples:\n  weighbridge rules test acme.rules.yaml')
    .argument('<file>', 'a RulePack in YAML, or a signed one')
    .action(async (file: string) => {
      const answer = await (await io.weighbridge()).testRules(await packText(file, io));
      io.stdout.write(told(answer));
      done(EXIT.ok);
    });
  rules
    .command('sign')
    .description('Sign a pack that passes its examples.')
    .addHelpText('after', '\nExamples:\n  weighbridge rules sign acme.rules.yaml --key ~/keys/release.key')
    .argument('<file>', 'a RulePack in YAML')
    .requiredOption('--key <file>', 'your private key (weighbridge key new makes one)')
    .option('--out <file>', 'where the signed pack goes; FILE.dsse.json without it')
    .action(async (file: string, { key, out }: { key: string; out?: string }) => {
      const { envelope, ...answer } = await (await io.weighbridge()).signRules({
        ...(await packText(file, io)),
        keyFile: key,
      });
      const to = out ?? `${file.replace(/\.ya?ml$/i, '')}.dsse.json`;
      await io.write(to, envelope);
      io.stdout.write(`${told(answer)}signed as ${clean(to)}\n`);
      done(EXIT.ok);
    });
  rules
    .command('verify')
    .description('Hold a signed pack against the keys you trust.')
    .addHelpText('after', '\nExamples:\n  weighbridge rules verify acme.rules.dsse.json --key acme.pub')
    .argument('<file>', 'what rules sign wrote')
    .option('--key <file>', 'a public key to trust for this call; several at once', several)
    .action(async (file: string, { key }: { key?: readonly string[] }) => {
      const answer = await (await io.weighbridge()).verifyRules({ ...(await packText(file, io)), keyFiles: key ?? [] });
      io.stdout.write(told(answer));
      done(EXIT.ok);
    });
};

async function packText(file: string, io: Io): Promise<NamedText> {
  return { name: file, text: await io.readText(file, 2 * LIMITS.policyFile) };
}

function told({ name, version, rules, examples, digest, keyId }: RulePackAnswer): string {
  const signed = keyId === null ? '' : `, signed by ${keyId}`;
  return `${clean(name)} v${version}: ${plural(rules, 'rule')}, ${plural(examples, 'example')} as they should be, ${digest}${signed}\n`;
}
