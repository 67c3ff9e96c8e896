import { expect, it } from 'vitest';
import { labelOf } from './label.ts';

it.each([
  ['EMAIL_ADDRESS', 'EMAIL_ADDRESS'],
  ['secret/url-password', 'SECRET_URL_PASSWORD'],
  ['secret/named-azure-devops-token', 'SECRET_AZURE_DEVOPS_TOKEN'],
  ['code/CWE-89', 'CODE_CWE_89'],
])('%s stands in a text as %s', (type, label) => {
  expect(labelOf(type)).toBe(label);
});
