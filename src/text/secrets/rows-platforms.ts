import { type SecretRow, tokens } from './row.ts';

/** Orchestrators, workflow engines, flags, payments of single regions, newer platforms. */
export const PLATFORM_ROWS: readonly SecretRow[] = [
  tokens(
    ['docker-swarm', 'Docker Swarm token', 'docs.docker.com/engine/swarm/join-nodes'],
    'SWMTKN-1- L50 - L25 | SWMKEY-1- B43',
  ),
  tokens(
    ['k3s', 'K3s token', 'docs.k3s.io/cli/token'],
    'K10 H64 ::server: V16-64 | K10 H64 ::node: V16-64 | K10 H64 :: L6 . L16',
  ),
  tokens(['nats-seed', 'NATS seed', 'docs.nats.io: NKeys'], 'S{UA,AA,OA} Q55', { random: true }),
  tokens(['trigger-dev', 'Trigger.dev key', 'trigger.dev/docs/apikeys'], 'tr_{dev,prod,stg,preview}_ W20-32'),
  tokens(
    ['inngest', 'Inngest signing key', 'www.inngest.com/docs/platform/signing-keys'],
    'signkey-{prod,test,branch}- H64',
  ),
  tokens(['bitbucket-server', 'Bitbucket Data Center token', 'confluence.atlassian.com/bitbucketserver'], 'BBDC- B44'),
  tokens(['logfire', 'Logfire token', 'logfire.pydantic.dev/docs'], 'pylf_v{1,2}_{us,eu}_ W43'),
  tokens(['ory', 'Ory token', 'www.ory.sh/docs'], 'ory_{pat,wak}_ W32 | ory_{at,rt,ac}_ U43 . U43 | ory_st_ W32'),
  tokens(['hcaptcha', 'hCaptcha secret', 'docs.hcaptcha.com'], 'ES_ H32'),
  tokens(['turnstile', 'Cloudflare Turnstile secret', 'developers.cloudflare.com/turnstile'], '0x4AAAAAA U27-29', {
    entropy: 3.2,
    quiet: ['1x0000000000000000000000000000000AA', '0x4AAAAAAABkMYinukE8nzKd'],
  }),
  tokens(['daytona', 'Daytona key', 'www.daytona.io/docs'], 'dtn_ H64'),
  tokens(['zuplo', 'Zuplo key', 'zuplo.com/docs/articles/api-key-management'], 'zpka_ H32 _ H8'),
  tokens(['depot', 'Depot token', 'depot.dev/docs/cli/authentication'], 'depot_{project,user,org}_ H64'),
  tokens(['deno', 'Deno Deploy token', 'docs.deno.com/deploy'], 'dd{p,w,o}_ W36-40'),
  tokens(['val-town', 'Val Town token', 'docs.val.town/api/authentication'], 'vtwn_ W26-40'),
  tokens(['lm-studio', 'LM Studio token', 'lmstudio.ai/docs'], 'sk-lm- W8 : W20'),
  tokens(['context7', 'Context7 key', 'context7.com/docs'], 'ctx7sk- UUID'),
  tokens(['courier', 'Courier key', 'www.courier.com/docs'], 'pk_{prod,test}_ C28'),
  tokens(['configcat', 'ConfigCat SDK key', 'configcat.com/docs'], 'configcat-sdk-1/ U22 / U22'),
  tokens(['growthbook', 'GrowthBook key', 'docs.growthbook.io/api'], 'secret_{admin,user,readonly}_ B43'),
  tokens(['xendit', 'Xendit key', 'developers.xendit.co'], 'xnd_{production,development}_ W48-64'),
  tokens(['midtrans', 'Midtrans server key', 'docs.midtrans.com'], '{Mid,SB-Mid}-server- U24', {
    notAfter: /[A-Za-z0-9_-]/,
  }),
  tokens(
    ['mercado-pago', 'Mercado Pago token', 'www.mercadopago.com/developers'],
    'APP_USR- D14-16 - D6 - H32 - D6-10',
  ),
  tokens(['cashfree', 'Cashfree key', 'www.cashfree.com/docs'], 'cfsk_ma_{prod,test}_ H32 _ H8'),
  tokens(['pagarme', 'Pagar.me key', 'docs.pagar.me'], 'ak_{live,test}_ W30'),
  tokens(['temporal', 'Temporal Cloud key', 'docs.temporal.io/cloud/api-keys'], 'tmprl_ W22 _ W60'),
  tokens(['vercel-blob', 'Vercel Blob token', 'vercel.com/docs/vercel-blob'], 'vercel_blob_rw_ W16 _ W30'),
  tokens(['workato', 'Workato token', 'docs.workato.com'], 'wrk{us,eu,jp,sg,au,aus}-eyJ S60-600'),
  tokens(
    ['mongodb-service-account', 'MongoDB Atlas service account secret', 'www.mongodb.com/docs/atlas'],
    'mdb_sa_sk_ U40',
  ),
  tokens(['google-auth-key', 'Google authorization key', 'ai.google.dev/gemini-api/docs/api-key'], 'AQ.Ab U46-60', {
    entropy: 3.6,
  }),
  tokens(
    ['datadog-token', 'Datadog token', 'docs.datadoghq.com/account_management'],
    'ddapp_ W34 | ddpat_ W22 _ W32-40',
  ),
];
