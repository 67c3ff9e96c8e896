import { IN_BASE64, type SecretRow, tokens } from './row.ts';

/** Clouds, hosting, databases and what guards them. */
export const CLOUD_ROWS: readonly SecretRow[] = [
  tokens(
    ['aws-access-key-id', 'AWS access key id', 'docs.aws.amazon.com/IAM: Unique identifiers'],
    '{AKIA,ASIA,ABIA,ACCA} Q16 | A3T C1 Q16',
    {
      notAfter: /[A-Za-z0-9/+_]/,
      pattern: /(?:A(?:KIA|SIA|BIA|CCA)|A3T[A-Z0-9])[A-Z2-7]{16}(?![A-Za-z0-9/+=_])/dy,
      entropy: 2.2,
      shown: 4,
      quiet: ['AKIAIOSFODNN7EXAMPLE', 'AKIAXXXXXXXXXXXXXXXX', 'data:image/png;base64,iVBORw0KGgoAKIAABCDEFGHIJKLMNOP'],
    },
  ),
  tokens(['aws-bedrock', 'AWS Bedrock API key', 'docs.aws.amazon.com/bedrock: API keys'], 'ABSK B100-280', {
    pattern: /ABSK[A-Za-z0-9+/]{100,280}={0,2}(?![A-Za-z0-9+/=])/dy,
  }),
  tokens(
    ['aws-bedrock-session', 'AWS Bedrock short-term key', 'docs.aws.amazon.com/bedrock: API keys'],
    'bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t B0-4000',
    { pattern: /bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t[A-Za-z0-9+/=]{0,4000}/dy, entropy: 0, shown: 15 },
  ),
  tokens(['aws-marketplace', 'Amazon Marketplace token', 'developer-docs.amazon.com/sp-api'], 'amzn.mws. UUID'),
  tokens(
    ['amazon-oauth', 'Login with Amazon secret', 'developer.amazon.com/docs/login-with-amazon'],
    'amzn1.oa2-cs.v1. H64',
  ),
  tokens(['google-api', 'Google API key', 'cloud.google.com/docs/authentication/api-keys'], 'AIza U35'),
  tokens(['google-oauth', 'Google OAuth secret', 'developers.google.com/identity/protocols/oauth2'], 'GOCSPX- U28'),
  tokens(
    ['google-access', 'Google OAuth access token', 'developers.google.com/identity/protocols/oauth2'],
    'ya29. S20-1024',
  ),
  tokens(
    ['google-refresh', 'Google OAuth refresh token', 'developers.google.com/identity/protocols/oauth2'],
    '1//0 U40-150',
  ),
  tokens(
    ['google-hmac', 'Google Cloud Storage HMAC key', 'cloud.google.com/storage/docs/authentication/hmackeys'],
    'GOOG1E C57 | GOOG C20',
  ),
  tokens(
    ['firebase-messaging', 'Firebase messaging server key', 'firebase.google.com/docs/cloud-messaging'],
    'AAAA U7 :APA91b U100-180',
  ),
  tokens(['alibaba', 'Alibaba Cloud access key', 'www.alibabacloud.com/help/ram'], 'LTAI W12-24'),
  tokens(['tencent', 'Tencent Cloud secret id', 'cloud.tencent.com/document/product/598'], 'AKID W32'),
  tokens(['volcengine', 'Volcengine access key', 'www.volcengine.com/docs/6291'], 'AKLT U40-60'),
  tokens(
    ['yandex', 'Yandex Cloud credential', 'yandex.cloud/docs/iam/concepts/authorization'],
    'AQVN U35-38 | YCA U22 | YCM U37 | y0_ U55-60',
    {
      pattern:
        /(?:t1\.[A-Za-z0-9_=-]{8,300}\.[A-Za-z0-9_=-]{80,100}={0,2}|AQVN[A-Za-z0-9_-]{35,38}|YC[A-Za-z0-9_-]{23,40}|y0_[A-Za-z0-9_-]{55,60})(?![A-Za-z0-9])/dy,
      fires: () => tokens(['a', 'b', 'c'], 'AQVN U36 | y0_ U58').fires(),
      literals: ['t1.', 'AQVN', 'YCA', 'YCM', 'YCP', 'y0_'],
      random: true,
    },
  ),
  tokens(['digitalocean', 'DigitalOcean token', 'docs.digitalocean.com/reference/api'], 'do{p,o,r}_v1_ H64'),
  tokens(['digitalocean-spaces', 'DigitalOcean Spaces key', 'docs.digitalocean.com/products/spaces'], 'DO00 C16'),
  tokens(['scaleway', 'Scaleway access key', 'www.scaleway.com/en/docs/iam'], 'SCW C17'),
  tokens(['exoscale', 'Exoscale key', 'community.exoscale.com/documentation/iam'], 'EXO H24'),
  tokens(
    ['backblaze', 'Backblaze application key', 'www.backblaze.com/docs/cloud-storage-application-keys'],
    'K00 D1 B27',
  ),
  tokens(
    ['cloudflare-origin', 'Cloudflare origin CA key', 'developers.cloudflare.com/fundamentals/api'],
    'v1.0- H24 - H146',
  ),
  tokens(['cloudflare', 'Cloudflare token', 'developers.cloudflare.com/fundamentals/api'], 'cf{k,ut,at}_ U40-60'),
  tokens(['heroku', 'Heroku token', 'devcenter.heroku.com/articles/authentication'], 'HRKU- UUID | HRKU-AA U58'),
  tokens(['fly', 'Fly.io token', 'fly.io/docs/security/tokens'], 'fo1_ U43 | fm{1,2}{a,r,_} U60-700', {
    pattern: /(?:fo1_[A-Za-z0-9_-]{43}|fm[12](?:[ar])?_[A-Za-z0-9+/=_-]{60,700})(?![A-Za-z0-9])/dy,
    literals: ['fo1_', 'fm1_', 'fm2_', 'fm1a_', 'fm1r_', 'fm2a_', 'fm2r_'],
    fires: () => tokens(['a', 'b', 'c'], 'fo1_ U43 | fm1r_ B100 | fm2_ B100').fires(),
  }),
  tokens(['netlify', 'Netlify token', 'docs.netlify.com/api'], 'nf{p,c,o,u,b}_ W36-40'),
  tokens(['vercel', 'Vercel token', 'vercel.com/docs/rest-api'], 'vc{p,i,a,r}_ W24-64'),
  tokens(['render', 'Render key', 'render.com/docs/api'], 'rnd_ W28-40'),
  tokens(
    ['supabase', 'Supabase key', 'supabase.com/docs/guides/api/api-keys'],
    'sbp_ H40 | sbp_oauth_ H40 | sb_secret_ U22-40',
  ),
  tokens(
    ['planetscale', 'PlanetScale credential', 'planetscale.com/docs/concepts/service-tokens'],
    'pscale_{tkn,oauth,pw}_ E32-64',
    {
      pattern: /pscale_(?:tkn|oauth|pw|app)_[A-Za-z0-9_=.-]{30,64}(?![A-Za-z0-9])/dy,
    },
  ),
  tokens(['neon', 'Neon key', 'neon.com/docs/manage/api-keys'], 'napi_ L60-70 | npg_ W12-24'),
  tokens(['aiven', 'Aiven password', 'aiven.io/docs'], 'AVNS_ U18-22'),
  tokens(['mongodb-atlas', 'MongoDB Atlas secret', 'www.mongodb.com/docs/atlas/api'], 'mdb_sa_sk_ U36-48'),
  tokens(['cockroach', 'CockroachDB key', 'www.cockroachlabs.com/docs/cockroachcloud'], 'CCDB1_ W22 _ W40'),
  tokens(['databricks', 'Databricks token', 'docs.databricks.com/en/dev-tools/auth/pat.html'], '{dapi,dose,dkea} H32', {
    pattern: /(?:dapi|dose|dkea)[0-9a-f]{32}(?:-[0-9])?(?![A-Za-z0-9])/dy,
  }),
  tokens(['confluent', 'Confluent token', 'docs.confluent.io/cloud'], 'cflt W58-64'),
  tokens(['clickhouse', 'ClickHouse Cloud key', 'clickhouse.com/docs/cloud/manage/openapi'], '4b1d W38'),
  tokens(['fauna', 'Fauna key', 'docs.fauna.com'], 'fn U38', {
    random: true,
    entropy: 3.6,
    notAfter: IN_BASE64,
  }),
  tokens(['xata', 'Xata key', 'xata.io/docs'], 'xau_ W32-48'),
  tokens(['elastic', 'Elastic Cloud key', 'www.elastic.co/docs'], 'essu_ B40-120', {
    pattern: /essu_[A-Za-z0-9+/]{40,120}={0,2}(?![A-Za-z0-9])/dy,
  }),
  tokens(
    ['vault', 'HashiCorp Vault token', 'developer.hashicorp.com/vault/docs/concepts/tokens#token-prefixes'],
    'hv{s,b,r}. U24-300',
    {
      entropy: 3.5,
    },
  ),
  tokens(
    ['vault-legacy', 'HashiCorp Vault token', 'developer.hashicorp.com/vault/docs/concepts/tokens'],
    '{s,b,r}. U24',
    {
      pattern:
        /(?:[sbr]\.(?=[A-Za-z0-9]{0,23}[0-9])[A-Za-z0-9]{24}|[sb]\.(?:AAAAA|CAESI)[A-Za-z0-9_-]{90,300})(?![A-Za-z0-9_.(])/dy,
      fires: () => tokens(['a', 'b', 'c'], 's. W24 | b.AAAAA U100').fires(),
      quiet: ['s.thisstringisalllowercase', 's.makeKubeConfigController2', 'r.addComponentsFromRegistry()'],
      notAfter: /[A-Za-z0-9_.]/,
      random: true,
      entropy: 3.7,
    },
  ),
  tokens(['pulumi', 'Pulumi token', 'www.pulumi.com/docs/pulumi-cloud/access-management'], 'pul- H40'),
  tokens(
    ['doppler', 'Doppler token', 'docs.doppler.com/reference/auth-token-formats'],
    'dp.{pt,ct,scim,sa,audit,said}. W40-44 | dp.st. W40-44',
    {
      pattern: /dp\.(?:(?:pt|ct|scim|sa|audit|said)\.|st\.(?:[a-z0-9_-]{2,35}\.)?)[A-Za-z0-9]{40,44}(?![A-Za-z0-9])/dy,
    },
  ),
  tokens(['infisical', 'Infisical token', 'infisical.com/docs'], 'st. H24 . H32 . H32'),
  tokens(
    ['onepassword', '1Password service account token', 'developer.1password.com/docs/service-accounts'],
    'ops_eyJ B200-1500',
    {
      pattern: /ops_eyJ[A-Za-z0-9+/_=-]{200,1500}(?![A-Za-z0-9])/dy,
      entropy: 4,
    },
  ),
  tokens(
    ['onepassword-secret', '1Password secret key', 'support.1password.com/secret-key-security'],
    'A3- C6 - C6 - C5 - C5 - C5 - C5 | A3- C6 - C11 - C5 - C5 - C5',
  ),
  tokens(
    ['tailscale', 'Tailscale key', 'tailscale.com/kb/1085/auth-keys'],
    'tskey-{auth,api,client,scim,webhook}- W10-18 - W20-40 | tskey- W10-18 - W20-40',
    {
      random: true,
    },
  ),
  tokens(['defined-networking', 'Defined Networking token', 'docs.defined.net'], 'dnkey- E26 - E52'),
  tokens(['scalingo', 'Scalingo token', 'developers.scalingo.com'], 'tk-us- U48'),
  tokens(['upcloud', 'UpCloud token', 'developers.upcloud.com'], 'ucat_ C20-30'),
  tokens(['openshift', 'OpenShift token', 'docs.redhat.com: OpenShift OAuth'], 'sha256~ U43'),
  tokens(['rancher', 'Rancher token', 'ranchermanager.docs.rancher.com'], 'token- L5 :L54', {
    pattern: /token-[a-z0-9]{5}:[a-z0-9]{54}(?![A-Za-z0-9])/dy,
    fires: () => tokens(['a', 'b', 'c'], 'token- L5 : L54').fires(),
  }),
  tokens(['infracost', 'Infracost token', 'www.infracost.io/docs'], 'ico- W32', { notAfter: /[A-Za-z0-9_.]/ }),
  tokens(['turbot', 'Turbot token', 'turbot.com/pipes/docs'], 'tpt_ L20 _ W44'),
  tokens(['ngrok', 'ngrok credential', 'ngrok.com/docs/agent'], '2 W26 _ W21', {
    pattern: /[12][A-Za-z0-9]{26}_[A-Za-z0-9]{21}(?![A-Za-z0-9_])/dy,
    literals: ['1', '2'].flatMap((start) =>
      Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', (next) => start + next),
    ),
    context: /ngrok/i,
    shown: 0,
    fires: () => [`ngrok authtoken ${tokens(['a', 'b', 'c'], '2 W26 _ W21').fires()[0] ?? ''}`],
    quiet: ['2022_report'],
  }),
];
