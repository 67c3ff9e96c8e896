import { describe, expect, it } from 'vitest';
import { assertCallable, named, trustIn } from './trust.ts';

describe('a trusted host', () => {
  it.each<[string, string, string, boolean]>([
    ['without port covers every port', 'cdn.corp', 'http://cdn.corp:8080/', true],
    ['with port covers that one', 'cdn.corp:8080', 'http://cdn.corp:8080/', true],
    ['with port covers no other', 'cdn.corp:8080', 'http://cdn.corp/', false],
    ["with the scheme's own port covers it unspoken", 'cdn.corp:443', 'https://cdn.corp/', true],
    ['is no suffix', 'cdn.corp', 'https://evil.cdn.corp/', false],
    ['is no prefix', 'cdn.corp', 'https://cdn.corp.evil/', false],
    ['is compared without case', 'CDN.corp', 'https://cdn.CORP/', true],
    ['may be IPv6', '[fd00::1]:9000', 'http://[fd00:0::1]:9000/', true],
    ['is an address in whatever spelling', '127.0.0.1', 'http://2130706433/', true],
  ])('%s', (_, host, url, covered) => {
    expect(trustIn([host]).covers(new URL(url))).toBe(covered);
  });

  it.each(['', 'http://x', 'a b', 'x/y', 'user@x', 'x:99999', 'x?y', '*.corp/'])('is not %j', (host) => {
    expect(() => trustIn([host])).toThrow(expect.objectContaining({ code: 'call-invalid' }));
  });
});

describe('an address may be called', () => {
  const trust = trustIn(['mine:80']);
  it.each(['https://example.com/', 'https://10.0.0.1/', 'http://mine/'])('%s', (url) => {
    expect(() => assertCallable(new URL(url), trust)).not.toThrow();
  });

  it.each(['http://example.com/', 'http://mine:81/', 'ftp://mine/', 'data:,x', 'https://user:password@example.com/'])(
    'not %s',
    (url) => {
      expect(() => assertCallable(new URL(url), trust)).toThrow(expect.objectContaining({ code: 'address-refused' }));
    },
  );

  it('is named without what is secret in it', () => {
    expect(named(new URL('https://user:password@host/a/b?signature=s#f'))).toBe('https://host/a/b');
  });
});
