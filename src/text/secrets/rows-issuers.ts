import { uuidFrom } from './grammar.ts';
import { type SecretRow, tokens } from './row.ts';

/** Money, shipping and trade. */
const TRADE: readonly SecretRow[] = [
  tokens(['asaas', 'Asaas key', 'docs.asaas.com'], '$aact_ V60-240', { notAfter: /[$A-Za-z0-9]/ }),
  tokens(['omise', 'Omise key', 'docs.omise.co/api-authentication'], 'skey_ L19 | skey_test_ L19', { random: true }),
  tokens(['mercado-pago-test', 'Mercado Pago test token', 'www.mercadopago.com/developers'], 'TEST- D14-16 - D6 - H32'),
  tokens(['chapa', 'Chapa key', 'developer.chapa.co'], 'CHASECK{_TEST,}- W32'),
  tokens(['creem', 'Creem key', 'docs.creem.io'], 'creem_{test_,} W20-24', { random: true }),
  tokens(['sumsub', 'Sumsub token', 'docs.sumsub.com'], '{sbx,prd}: W24 . W32'),
  tokens(
    ['onfido', 'Onfido token', 'documentation.onfido.com'],
    'api_{live,sandbox}. U11 . U32 | api_{live,sandbox}_{us,ca}. U11 . U32',
  ),
  tokens(['persona', 'Persona key', 'docs.withpersona.com'], 'persona_{production,sandbox}_ U36'),
  tokens(['crossmint', 'Crossmint key', 'docs.crossmint.com'], 'sk_{production,staging}_ W60-240'),
  tokens(['woocommerce', 'WooCommerce key', 'woocommerce.github.io/woocommerce-rest-api-docs'], 'c{s,k}_ H40', {
    random: true,
  }),
  tokens(['klaviyo', 'Klaviyo key', 'developers.klaviyo.com'], 'pk_ H34 | pk_ W6 _ H34', { random: true }),
  tokens(['salesloft', 'Salesloft key', 'developers.salesloft.com'], 'v2_ak_ D3-8 _ H64'),
  tokens(['close', 'Close key', 'developer.close.com'], 'api_ W22 . W22', { random: true }),
  tokens(['samsara', 'Samsara token', 'developers.samsara.com'], 'samsara_api_ W30'),
  tokens(['radar', 'Radar key', 'radar.com/documentation'], 'prj_{live,test}_sk_ H40'),
  tokens(['foursquare', 'Foursquare key', 'docs.foursquare.com'], 'fsq3 B43', { random: true }),
];

/** Where software is built, run and looked after. */
const SOFTWARE: readonly SecretRow[] = [
  tokens(['devin', 'Devin key', 'docs.devin.ai'], 'apk_{user_,} U40-160 | cog_ L52', { random: true }),
  tokens(['databento', 'Databento key', 'databento.com/docs'], 'db- W29', { random: true, notAfter: /[A-Za-z0-9_-]/ }),
  tokens(['astra', 'DataStax Astra token', 'docs.datastax.com'], 'AstraCS: W24 : H64'),
  tokens(['ionic', 'Ionic token', 'ionic.io/docs'], 'ion_ W42', { random: true }),
  tokens(['upstage', 'Upstage key', 'console.upstage.ai/docs'], 'up_ W30', { random: true, entropy: 3.6 }),
  tokens(['zuplo-access', 'Zuplo token', 'zuplo.com/docs'], 'zp{kt,ct,at}_ H32 _ H8'),
  tokens(['thunderstore', 'Thunderstore token', 'thunderstore.io/api/docs'], 'tss_ W32', { random: true }),
  tokens(['rootly', 'Rootly key', 'docs.rootly.com'], 'rootly_ H64'),
  tokens(['akamai', 'Akamai token', 'techdocs.akamai.com/developer'], 'akab- L16 - L16'),
  tokens(['jumpcloud', 'JumpCloud key', 'jumpcloud.com/support'], 'jca_ W36-40', { random: true }),
  tokens(['bitwarden', 'Bitwarden access token', 'bitwarden.com/help/access-tokens'], '0. UUID . W30 : B22'),
  tokens(['proxmox', 'Proxmox VE token', 'pve.proxmox.com/wiki/Proxmox_VE_API'], 'PVEAPIToken= UUID', {
    pattern:
      /PVEAPIToken=[\w.-]{1,64}@[\w-]{1,20}![\w.-]{1,64}=(?<secret>[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})/dy,
    entropy: 2.4,
    shown: 0,
    fires: () => [`PVEAPIToken=root@pam!ci=${uuidFrom(5)}`],
    quiet: ['PVEAPIToken=user@pam!name=00000000-0000-0000-0000-000000000000'],
  }),
  tokens(['hugging-face-oauth', 'Hugging Face OAuth token', 'huggingface.co/docs/hub/oauth'], 'hf_oauth_eyJ S40-1500'),
  tokens(['calcom', 'Cal.com key', 'cal.com/docs/api-reference'], 'cal_{live_,} H32'),
  tokens(['canva', 'Canva secret', 'www.canva.dev/docs/connect'], 'cnvca U50-60'),
  tokens(['aiven-token', 'Aiven token', 'aiven.io/docs'], 'aivenv1 B100-600', { random: true }),
  tokens(['contentstack', 'Contentstack token', 'www.contentstack.com/docs'], 'cs H32'),
  tokens(['unleash', 'Unleash token', 'docs.getunleash.io'], '{*,default}:{development,production}. H40-64', {
    notAfter: /[A-Za-z0-9_*]/,
  }),
  tokens(['devcycle', 'DevCycle key', 'docs.devcycle.com'], 'dvc_{server,mobile,client}_ U30-60'),
  tokens(['aikido', 'Aikido token', 'help.aikido.dev'], 'AIK_{CI_,} W40-80'),
  tokens(['arcjet', 'Arcjet key', 'docs.arcjet.com'], 'ajkey_ L26', { random: true }),
  tokens(['block-protocol', 'Block Protocol key', 'blockprotocol.org/docs'], 'b10ck5. H32 . UUID'),
  tokens(['builder', 'Builder.io private key', 'www.builder.io/c/docs'], 'bpk- H32 | bpk- UUID'),
  tokens(['composio', 'Composio key', 'docs.composio.dev'], 'ak_ U20', { random: true, entropy: 3.6 }),
  tokens(['censys', 'Censys token', 'docs.censys.com'], 'censys_ W8 _ W20-40'),
  tokens(['gitbook', 'GitBook token', 'gitbook.com/docs/developers'], 'gb_api_ W36-48'),
  tokens(['nightfall', 'Nightfall key', 'docs.nightfall.ai'], 'NF- W32', { random: true }),
  tokens(['socket', 'Socket key', 'docs.socket.dev'], 'sktsec_ U40-50 _api'),
  tokens(['hex', 'Hex token', 'learn.hex.tech/docs'], 'hxt{p,w}_ H64-160'),
  tokens(['scrapfly', 'Scrapfly key', 'scrapfly.io/docs'], 'scp-{live,test}- H32'),
  tokens(['smtp2go', 'SMTP2GO key', 'developers.smtp2go.com'], 'api- C32', { random: true }),
  tokens(['porkbun', 'Porkbun key', 'porkbun.com/api/json/v3/documentation'], '{pk1,sk1}_ H64'),
  tokens(['dnsimple', 'DNSimple token', 'developer.dnsimple.com'], 'dnsimple_{a,u}_ W32-40'),
  tokens(['lightdash', 'Lightdash token', 'docs.lightdash.com'], 'ldpat_ H32'),
  tokens(['metabase', 'Metabase key', 'www.metabase.com/docs'], 'mb_ B43 =', { random: true }),
  tokens(['nylas', 'Nylas key', 'developer.nylas.com'], 'nyk_{v0_,} W40-80'),
  tokens(['hookdeck', 'Hookdeck key', 'hookdeck.com/docs'], 'hkd_ W30-60', { random: true }),
  tokens(['firehydrant', 'FireHydrant token', 'docs.firehydrant.com'], 'fhb- H32'),
  tokens(['incident-io', 'incident.io key', 'api-docs.incident.io'], 'inc_ H64'),
  tokens(['luma', 'Luma key', 'docs.lumalabs.ai'], 'luma- UUID - UUID'),
  tokens(['minimax', 'MiniMax key', 'platform.minimax.io/docs'], 'sk-{api,cp}- U60-160'),
  tokens(['dub', 'Dub key', 'dub.co/docs'], 'dub_ W24', { random: true }),
  tokens(['mergify', 'Mergify key', 'docs.mergify.com'], 'mergify_{application_key_,} W40-80'),
  tokens(['namespace', 'Namespace token', 'namespace.so/docs'], 'nsct_ U30-400'),
  tokens(['supabase-access', 'Supabase token', 'supabase.com/docs'], 'sbp_v0_ H40'),
  tokens(['lichess', 'Lichess token', 'lichess.org/api'], 'lip_ W20', { random: true }),
  tokens(
    ['github-installation', 'GitHub App installation token', 'docs.github.com/apps: stateless tokens'],
    'gh{s,u}_ D3-12 _eyJ S60-1500',
  ),
  tokens(['gitlab-more', 'GitLab token', 'docs.gitlab.com/security/tokens: Token prefixes'], 'gl{wt,oat}- S20-120'),
  tokens(
    ['slack-refresh', 'Slack refresh token', 'docs.slack.dev/authentication/using-token-rotation'],
    'xoxe-1- V60-200 | xoxe.xox{b,p}-1- V60-240',
  ),
];

/** Issuers of tokens with a mark of their own, by what they are for. */
export const ISSUER_ROWS: readonly SecretRow[] = [...TRADE, ...SOFTWARE];
