import type { Language } from './language.ts';
import type { CodeRule } from './rule.ts';
import { ANY_RULES } from './rules-any.ts';
import { C_RULES } from './rules-c.ts';
import { DEPLOYMENT_RULES } from './rules-deployment.ts';
import { DOTNET_RULES } from './rules-dotnet.ts';
import { FLOW_RULES } from './rules-flow.ts';
import { GO_RULES } from './rules-go.ts';
import { JAVA_RULES } from './rules-java.ts';
import { JAVASCRIPT_RULES } from './rules-javascript.ts';
import { MOBILE_RULES } from './rules-mobile.ts';
import { PARAMETER_RULES } from './rules-parameters.ts';
import { PHP_RULES } from './rules-php.ts';
import { PYTHON_RULES } from './rules-python.ts';
import { RANDOM_RULES } from './rules-random.ts';
import { REQUEST_RULES } from './rules-request.ts';
import { RUBY_RULES } from './rules-ruby.ts';
import { RUST_RULES } from './rules-rust.ts';
import { SHELL_RULES } from './rules-shell.ts';

/** Every rule, in the order in which they are tried at one place. */
export const CODE_RULES: readonly CodeRule[] = [
  ...said('python', PYTHON_RULES),
  ...said('javascript', JAVASCRIPT_RULES),
  ...said('java', JAVA_RULES),
  ...said('c', C_RULES),
  ...FLOW_RULES,
  ...REQUEST_RULES,
  ...PARAMETER_RULES,
  ...RANDOM_RULES,
  ...said('go', GO_RULES),
  ...said('rust', RUST_RULES),
  ...said('php', PHP_RULES),
  ...said('csharp', DOTNET_RULES),
  ...said('shell', SHELL_RULES),
  ...said('ruby', RUBY_RULES),
  ...MOBILE_RULES,
  ...DEPLOYMENT_RULES,
  ...ANY_RULES,
];

/** The rules of a language, which advise in it. */
function said(language: Language, rules: readonly CodeRule[]): readonly CodeRule[] {
  return rules.map((rule) => (rule.shared === true ? rule : { ...rule, language }));
}
