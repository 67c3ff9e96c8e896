import { MARKS } from './marks.ts';

/** Commands that print a token which is handed to the service that gave it, too. */
const TOKENS =
  /^(?:gcloud (?:auth (?:application-default )?print-(?:access|identity)-token|config config-helper)|gh auth (?:token|status (?:-t|--show-token))|glab auth status (?:-t|--show-token)|az account get-access-token|hf auth token|aws (?:sts (?:get-session-token|assume-role)|ecr get-login-password|codeartifact get-authorization-token|eks get-token)|heroku auth:token|oc whoami (?:-t|--show-token)|databricks auth token)\b/;

/** Commands that print what is kept secret. */
const SECRETS =
  /^(?:aws (?:secretsmanager (?:get-secret-value|batch-get-secret-value|list-secrets)|configure (?:get|export-credentials)|ssm get-parameters?\b.*--with-decryption)|kubectl (?:get secrets?|config view .*--raw)|security (?:find-(?:generic|internet)-password|dump-keychain)|secret-tool (?:lookup|search)|gcloud secrets versions access|az keyvault secret (?:show|list)|vault (?:kv get|read)|op (?:read|item get)|bw (?:get|export|list)|lpass (?:show|export)|pass (?:show|ls)|keyring get|git credential(?:-\w+)? (?:fill|get)|gpg --export-secret-keys|doppler secrets|docker secret inspect|heroku config|npm token list|rclone config (?:dump|show)|cmdkey|wg showconf|nmcli .*--show-secrets)(?=\s|$)/;

/** Everything that is exported, and what other programs were started with. */
const ALL =
  /^(?:(?:declare|export|typeset) -\w*[px]\w*$|(?:declare|export|typeset)$|compgen -\w*[ve]|ps [-\w ]*e[-\w ]*(?:ww|\bf\b)|ps \w*[au]\w*e\w*$)/;

/** The mark of what a command says, where that is secret; otherwise empty. */
export function saysSecret(name: string, args: readonly string[]): string {
  const line = [name, ...args.slice(0, MOST_WORDS)].join(' ').slice(0, LONGEST);
  if (TOKENS.test(line)) return MARKS.token;
  if (SECRETS.test(line)) return MARKS.secret;
  return ALL.test(line) ? MARKS.environment : '';
}

const LONGEST = 400;
const MOST_WORDS = 20;
