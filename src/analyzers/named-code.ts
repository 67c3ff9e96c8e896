import type { Finding } from '../domain/finding.ts';
import { type Inventory, readingsAs } from '../intake/inventory.ts';
import { isUnnamedCode } from './names-others.ts';
import { namedByMlmodel } from './remote-code/named-files.ts';
import { CODE, LOADED_CODE, PLAIN_CODE } from './remote-code/rules.ts';
import { isMlmodel } from './shards/names.ts';

const UNNAMED = [CODE, PLAIN_CODE];

/** What is said of a file once it is known what the manifests of its folder name. */
export function sayNamed(inventory: Inventory): (findings: readonly Finding[]) => readonly Finding[] {
  const named = inventory.items
    .filter(({ file }) => isMlmodel(file.path))
    .flatMap((item) => [...readingsAs(item, 'text')].map(({ facts }) => namedByMlmodel(item.file.path, facts.text)))
    .filter((one) => one !== null);
  return (findings) => (named.length === 0 ? findings : findings.map((finding) => said(finding)));

  function said(finding: Finding): Finding {
    const { location, message } = finding;
    const rule = UNNAMED.find(({ id }) => id === finding.rule);
    if (rule === undefined || location === undefined || !isUnnamedCode(finding)) return finding;
    if (!named.some((isNamed) => isNamed(location.path))) return finding;
    const { id, says, severity, title } = LOADED_CODE;
    return { ...finding, rule: id, says, severity, message: message.replace(rule.title, title) };
  }
}
