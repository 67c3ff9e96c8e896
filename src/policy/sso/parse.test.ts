import { describe, expect, it } from 'vitest';
import { parseSingleSignOn } from './parse.ts';

const GOOD = `issuer: https://id.example.com
clientId: weighbridge
clientSecretFile: ./secret
organisations:
  main:
    groups:
      ml-platform: { roles: [requester], teams: [Platform] }
`;

describe('a file of single sign-on', () => {
  it('gives the mapping, and what is usual where nothing is said', () => {
    expect(parseSingleSignOn(GOOD, 'sso.yaml')).toEqual({
      name: null,
      issuer: 'https://id.example.com',
      clientId: 'weighbridge',
      clientSecretFile: './secret',
      scopes: ['openid', 'email', 'profile'],
      groupsClaim: 'groups',
      organisations: { main: { 'ml-platform': { roles: ['requester'], teams: ['Platform'] } } },
    });
  });

  it.each([
    [GOOD.replace('requester', 'king'), /sso\.yaml:7:\d+: organisations/],
    [GOOD.replace('clientId', 'clientID'), /clientId/],
    [GOOD.replace('https://id.example.com', 'id'), /sso\.yaml:1/],
    [`${GOOD}scopes: [email]\n`, /openid/],
    [GOOD.replace('main:', 'Main Street:'), /organisations/],
    [`${GOOD}clientSecret: hunter2\n`, /unknown field clientSecret/],
  ])('says where it is wrong (%#)', (text, said) => {
    expect(() => parseSingleSignOn(text, 'sso.yaml')).toThrow(said);
  });
});
