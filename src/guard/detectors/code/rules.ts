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
  ...PYTHON_RULES,
  ...JAVASCRIPT_RULES,
  ...JAVA_RULES,
  ...C_RULES,
  ...FLOW_RULES,
  ...REQUEST_RULES,
  ...PARAMETER_RULES,
  ...RANDOM_RULES,
  ...GO_RULES,
  ...RUST_RULES,
  ...PHP_RULES,
  ...DOTNET_RULES,
  ...SHELL_RULES,
  ...RUBY_RULES,
  ...MOBILE_RULES,
  ...DEPLOYMENT_RULES,
  ...ANY_RULES,
];
