import { LIMITS } from '../../kernel/limits.ts';
import { EXIT } from '../exit.ts';
import type { Register } from '../register.ts';
import { clean } from '../terminal/paper.ts';

const HELP = `
Examples:
  weighbridge policy show default > weighbridge.policy.yaml     begin your own from a built-in one
  weighbridge policy check weighbridge.policy.yaml              mistakes, with line and column`;

export const register: Register = (program, io, done) => {
  const policy = program
    .command('policy')
    .description('Print a built-in policy, or check one of yours.')
    .addHelpText('after', HELP);
  policy
    .command('show')
    .description('Print a built-in profile as YAML.')
    .addHelpText(
      'after',
      '\nExamples:\n  weighbridge policy show strict\n  weighbridge policy show default > weighbridge.policy.yaml',
    )
    .argument('<profile>', 'default, strict or research')
    .action(async (id: string) => {
      io.stdout.write((await io.weighbridge()).profileText({ id }));
      done(EXIT.ok);
    });
  policy
    .command('check')
    .description('Check a policy file; every mistake with its line and column.')
    .addHelpText('after', '\nExamples:\n  weighbridge policy check weighbridge.policy.yaml')
    .argument('<file>', 'an AdmissionPolicy in YAML')
    .action(async (file: string) => {
      const text = await io.readText(file, LIMITS.policyFile);
      const { id, version, digest, rules, waivers } = await (await io.weighbridge()).checkPolicy({ name: file, text });
      io.stdout.write(`${clean(id)} v${version}: ${rules.length} rules, ${waivers.length} waivers, ${digest}\n`);
      done(EXIT.ok);
    });
};
