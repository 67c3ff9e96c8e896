/** Where keys, tokens and passwords of a person or a machine lie; public keys and lists of hosts are none. */
const SECRET =
  /(?:^|[/~])\.ssh(?:\/(?!known_hosts|config$|authorized_keys|[^/]*\.pub$)[^/]*)?$|(?:^|[/~])\.(?:aws|kube|gnupg|azure)(?:\/(?!config$)|$)|(?:^|[/~])\.aws\/|(?:^|[/~])\.kube\/|\.config\/(?:gcloud|gh|google-chrome|chromium|BraveSoftware)(?:\/|$)|(?:^|\/)\.(?:netrc|pgpass|git-credentials|npmrc|pypirc|\w+_history)$|\.docker\/config\.json$|huggingface\/(?:token|stored_tokens)$|(?:^|\/)etc\/(?:shadow|passwd|gshadow|krb5\.keytab)$|\/proc\/[^/]+\/environ$|\/run\/secrets(?:\/|$)|Login Data|\.mozilla\/firefox|Cookies$|Library\/Keychains|(?:^|\/)id_(?:rsa|ed25519|ecdsa|dsa)$|wallet\.dat$/;

/** Tokens that are handed to the service which gave them, too. */
const TOKEN = /huggingface\/(?:token|stored_tokens)$|\/run\/secrets\//;

export function isSecretPath(path: string): boolean {
  return SECRET.test(path) && !path.endsWith('.pub');
}

export function isTokenPath(path: string): boolean {
  return TOKEN.test(path);
}

/** A pattern with which somebody looks for keys in a whole disk or home. */
export function looksForSecrets(pattern: string): boolean {
  return /^\*?\.?(?:pem|key|p12|pfx|kdbx|env|ppk)$|id_(?:rsa|ed25519)|wallet|credential|secret|password/i.test(
    pattern.replace(/^\*\./, ''),
  );
}

/** A path as it is meant in a folder. */
export function resolved(path: string, folder: string): string {
  const whole = /^[/~$]|^\w:/.test(path) || folder === '' ? path : `${folder}/${path}`;
  const parts: string[] = [];
  for (const part of whole.slice(0, 1000).split('/')) {
    if (part === '.' || (part === '' && parts.length > 0)) continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

export function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
