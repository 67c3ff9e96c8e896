import type { GuardPolicy } from '../domain/guard.ts';
import { matching } from './table.ts';

/** What nobody may have meant who gives a policy that makes pseudonyms no key to lead back from them. */
export function remarksWithoutKey({ id, rules }: GuardPolicy): readonly string[] {
  return rules.some(({ action }) => action === 'pseudonymise')
    ? [`${id} puts pseudonyms into texts, and without --pseudonym-key nothing leads back from them.`]
    : [];
}

/** What somebody may not have meant who wrote this policy: it would do nothing, and say nothing. */
export function remarksOn({ id, rules, terms, protect, forms }: GuardPolicy): readonly string[] {
  const acting = rules.filter(({ action }) => action !== 'allow');
  if (acting.length === 0)
    return [
      `${id} guards nothing: it has no rule that does more than allow. Without "extends: nothing" it begins with the built-in ones.`,
    ];
  const unheard = [
    ...terms.map((term) => ({ detector: 'terms', type: `term/${term.id}` })),
    ...forms.map((form) => ({ detector: 'forms', type: `form/${form.id}` })),
    ...(protect.length === 0 ? [] : [{ detector: 'verbatim', type: 'verbatim/protected' }]),
  ].filter(({ detector, type }) => matching(acting, detector, type).length === 0);
  return unheard.map(({ type }) => `${id}: no rule says what is done about ${type}, so nothing is.`);
}
