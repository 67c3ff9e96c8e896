import { IN_BASE64, type SecretRow, tokens } from './row.ts';

/** Messages, payments, monitoring, customers, things: services that companies pay for. */
export const SERVICE_ROWS: readonly SecretRow[] = [
  tokens(
    ['slack', 'Slack token', 'docs.slack.dev/authentication/tokens'],
    'xox{b,p,a,r,s,o}- D10-13 - W24 | xapp-1- W11 - D12 - H64',
    {
      pattern:
        /(?:xox[bpars]-(?:[0-9]{5,14}-){1,4}[A-Za-z0-9-]{10,64}|xox[oars]-(?:[0-9]{1,13}-){0,4}[A-Za-z0-9-]{10,64}|xapp-[0-9]-[A-Za-z0-9]{8,14}-[0-9]{8,14}-[0-9a-f]{60,66}|xoxe(?:\.xox[bp])?-[0-9]-[A-Za-z0-9]{140,180}|xox[cd]-[A-Za-z0-9%-]{40,250})(?![A-Za-z0-9])/diy,
      literals: ['xoxb-', 'xoxp-', 'xoxa-', 'xoxr-', 'xoxs-', 'xoxo-', 'xoxe-', 'xoxe.', 'xapp-', 'xoxc-', 'xoxd-'],
      entropy: 2.9,
      quiet: ['xoxb-your-bot-token-goes-here-please', `xoxp-${'x'.repeat(40)}`, 'xoxb-Slack_BOT_TOKEN', 'xoxa-nyc'],
      fires: () => tokens(['a', 'b', 'c'], 'xox{b,p,a,r,s}- D12 - D12 - W24 | xapp-1- C11 - D12 - H64').fires(),
    },
  ),
  tokens(
    ['sendgrid', 'SendGrid key', 'www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys'],
    'SG. E20-24 . E39-50',
    {
      pattern: /SG\.[A-Za-z0-9_=-]{20,30}\.?[A-Za-z0-9_=.-]{36,50}(?![A-Za-z0-9])/dy,
      entropy: 3.5,
      quiet: [`SG.${'x'.repeat(22)}.${'x'.repeat(43)}`, 'MSG.send'],
    },
  ),
  tokens(['twilio', 'Twilio key', 'www.twilio.com/docs/iam/api-keys'], 'SK H32', { quiet: [`SK${'0'.repeat(32)}`] }),
  tokens(['mailgun', 'Mailgun key', 'documentation.mailgun.com'], '{key,pubkey}- H32'),
  tokens(['sendinblue', 'Brevo key', 'developers.brevo.com'], 'x{key,smtp}sib- H64 - W16'),
  tokens(['mandrill', 'Mandrill key', 'mailchimp.com/developer/transactional'], 'md- U22', { random: true }),
  tokens(['resend', 'Resend key', 'resend.com/docs/api-reference'], 're_ W8 _ W24'),
  tokens(['mailersend', 'MailerSend token', 'developers.mailersend.com'], 'mlsn. H64'),
  tokens(['onesignal', 'OneSignal key', 'documentation.onesignal.com/docs/keys-and-ids'], 'os_v2_{app,org}_ L80-120'),
  tokens(['pubnub', 'PubNub key', 'www.pubnub.com/docs'], '{sub,pub,sec}-c- UUID | sec-c- B48'),
  tokens(['hubspot', 'HubSpot token', 'developers.hubspot.com/docs/api/private-apps'], 'pat-{na1,eu1,na2,ap1}- UUID', {
    entropy: 2.4,
  }),
  tokens(['intercom', 'Intercom token', 'developers.intercom.com'], 'dG9rO B50-60', {
    pattern: /dG9rO[A-Za-z0-9+/]{45,65}={0,2}(?![A-Za-z0-9])/dy,
  }),
  tokens(['telnyx', 'Telnyx key', 'developers.telnyx.com'], 'KEY C32 _ W20-24 | KEY01 C32'),
  tokens(['matrix', 'Matrix access token', 'spec.matrix.org'], 'syt_ U10-120 _ W20 _ W6'),
  tokens(['stripe', 'Stripe key', 'docs.stripe.com/keys'], '{sk,rk}_{live,test,prod}_ W10-200 | whsec_ B32-80', {
    pattern: /(?:[sr]k_(?:live|test|prod)_[A-Za-z0-9]{10,250}|whsec_[A-Za-z0-9+/]{32,80}={0,2})(?![A-Za-z0-9])/dy,
    entropy: 2.8,
  }),
  tokens(
    ['square', 'Square token', 'developer.squareup.com/docs/build-basics/access-tokens'],
    'sq0{atp,csp,idp,atb}- U22-43 | EAAA U60',
    {
      pattern: /(?:sq0(?:atp|csp|idp|atb)-[A-Za-z0-9_-]{22,50}|EAAA[A-Za-z0-9_-]{60})(?![A-Za-z0-9])/dy,
    },
  ),
  tokens(['paypal', 'PayPal access token', 'developer.paypal.com/braintree'], 'access_token$ W10', {
    pattern: /access_token\$(?:production|sandbox)\$[0-9a-z]{16}\$[0-9a-f]{32}(?![A-Za-z0-9])/dy,
    fires: () => tokens(['a', 'b', 'c'], 'access_token$production$ L16 $ H32').fires(),
  }),
  tokens(['paypal-bearer', 'PayPal access token', 'developer.paypal.com/api/rest/authentication'], 'A21AA U80-100'),
  tokens(['adyen', 'Adyen key', 'docs.adyen.com/development-resources/api-credentials'], 'AQE B40-200 | AQE H30', {
    pattern: /AQE[a-z][A-Za-z0-9+/*]{40,200}={0,2}-[A-Za-z0-9+/]{40,60}={0,2}-[A-Za-z0-9]{10,30}/dy,
    fires: () => tokens(['a', 'b', 'c'], 'AQEy B80 - B44 = - W20').fires(),
  }),
  tokens(['razorpay', 'Razorpay key', 'razorpay.com/docs/api/authentication'], 'rzp_{live,test}_ W14'),
  tokens(['paystack', 'Paystack key', 'paystack.com/docs/api/authentication'], '{sk,pk}_{live,test}_ H40'),
  tokens(
    ['flutterwave', 'Flutterwave key', 'developer.flutterwave.com'],
    'FLW{SECK,PUBK}{_TEST,_LIVE,}- H32 -X | FLWSECK{_TEST,_LIVE,}- H12',
    {
      pattern: /FLW(?:SECK|PUBK)(?:_TEST|_LIVE)?-(?:[0-9a-f]{32}-X|[0-9a-f]{12})(?![A-Za-z0-9])/diy,
    },
  ),
  tokens(['mollie', 'Mollie key', 'docs.mollie.com/reference/authentication'], '{live,test}_ W30'),
  tokens(['gocardless', 'GoCardless token', 'developer.gocardless.com'], '{live,sandbox}_ E40', { random: true }),
  tokens(['plaid', 'Plaid access token', 'plaid.com/docs/api/tokens'], 'access-{sandbox,development,production}- UUID'),
  tokens(
    ['paddle', 'Paddle key', 'developer.paddle.com/api-reference/about/api-keys'],
    'pdl_{live,sdbx}_apikey_ L26 _ W22 _ W3',
  ),
  tokens(['checkout', 'Checkout.com key', 'www.checkout.com/docs'], 'sk_{sbox_,} L26 | sk_ UUID'),
  tokens(['brex', 'Brex token', 'developer.brex.com'], 'bxt_ W40-44'),
  tokens(['easypost', 'EasyPost key', 'docs.easypost.com/docs/authentication'], 'EZ{A,T}K W54'),
  tokens(['lob', 'Lob key', 'docs.lob.com'], '{live,test}_ H35 | {live,test}_pub_ H31'),
  tokens(['duffel', 'Duffel token', 'duffel.com/docs/api'], 'duffel_{live,test}_ E43'),
  tokens(['shippo', 'Shippo token', 'docs.goshippo.com'], 'shippo_{live,test}_ H40'),
  tokens(['shopify', 'Shopify token', 'shopify.dev/docs/apps/auth'], 'shp{at,ca,pa,ss,ua}_ X32'),
  tokens(['mercury', 'Mercury token', 'docs.mercury.com'], 'secret-token:mercury_production_ W20', {
    pattern: /secret-token:mercury_(?:production|sandbox)_[a-z]{3}_[A-Za-z0-9]{30,60}_yrucrem/dy,
    fires: () => tokens(['a', 'b', 'c'], 'secret-token:mercury_production_wma_ W44 _yrucrem').fires(),
  }),
  tokens(
    ['new-relic', 'New Relic key', 'docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys'],
    'NRAK- C27 | NR{II,RA,AA,SP,BR}- U25-50 | NRJS- H19 | NRRA- H42 | NRSP- L31',
    {
      pattern:
        /(?:NRAK-[A-Za-z0-9]{27}|NR(?:II|AA|SP|BR|AL)-[A-Za-z0-9_-]{26,34}|NRJS-[0-9a-f]{19}|NRRA-[0-9a-f]{42}|NRSP-[a-z0-9]{31})(?![A-Za-z0-9])/diy,
      literals: ['NRAK-', 'NRII-', 'NRAA-', 'NRSP-', 'NRBR-', 'NRAL-', 'NRJS-', 'NRRA-'],
      fires: () => tokens(['a', 'b', 'c'], 'NRAK- C27 | NRII- W32 | NRJS- H19 | NRRA- H42').fires(),
    },
  ),
  tokens(['pixie', 'Pixie key', 'docs.px.dev'], 'px-{api,dep}- UUID', { entropy: 2.4 }),
  tokens(
    ['grafana', 'Grafana token', 'grafana.com/docs/grafana/latest/administration/service-accounts'],
    'glsa_ W32 _ X8 | glc_eyJ B30-400',
    {
      pattern:
        /(?:glsa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}|glc_eyJ[A-Za-z0-9+/_-]{30,400}={0,3}|glc_[A-Za-z0-9+/]{32,400}={0,3})(?![A-Za-z0-9])/dy,
      entropy: 3.4,
    },
  ),
  tokens(
    ['dynatrace', 'Dynatrace token', 'docs.dynatrace.com/docs/manage/identity-access-management/access-tokens'],
    'dt0{c01,s01,s02,s16,s08}. W24 . W64 | dt0s01. W8 . W64',
    {
      pattern: /dt0[a-z][0-9]{2}\.[A-Za-z0-9]{8,24}\.[A-Za-z0-9]{64}(?![A-Za-z0-9])/diy,
      literals: ['dt0c01.', 'dt0s01.', 'dt0s02.', 'dt0s16.', 'dt0s08.'],
    },
  ),
  tokens(['honeycomb', 'Honeycomb key', 'docs.honeycomb.io'], 'hc{a,b,x}{i,m,l}k_ L58-70 | hc{a,b,x}{i,m,l}c_ L58-70'),
  tokens(['axiom', 'Axiom token', 'axiom.co/docs'], 'xa{at,pt}- UUID', { entropy: 2.4 }),
  tokens(['checkly', 'Checkly key', 'www.checklyhq.com/docs'], '{cu,sv}_ H32'),
  tokens(['posthog', 'PostHog key', 'posthog.com/docs/api'], 'ph{x,s,r,a}_ W40-48'),
  tokens(['uptimerobot', 'UptimeRobot key', 'uptimerobot.com/api'], '{u,m,ur} D6-9 - H24', {
    literals: Array.from('0123456789', (digit) => [`u${digit}`, `m${digit}`, `ur${digit}`]).flat(),
    pattern: /(?:u|ur|m)[0-9]{6,9}-[0-9a-f]{24}(?![A-Za-z0-9])/dy,
    shown: 0,
    quiet: ['u123456-abc'],
  }),
  tokens(['chronosphere', 'Chronosphere key', 'docs.chronosphere.io'], 'csphr_ W32-64'),
  tokens(['facebook', 'Facebook access token', 'developers.facebook.com/docs/facebook-login'], 'EAA{C,A,B,D} W80-300', {
    pattern: /EAA[A-Za-z][A-Za-z0-9]{60,400}(?![A-Za-z0-9_-])/dy,
    literals: ['EAA'],
    random: true,
    notAfter: IN_BASE64,
  }),
  tokens(
    ['instagram', 'Instagram token', 'developers.facebook.com/docs/instagram-platform'],
    'IG{QV,QW,AA,G} U100-250',
  ),
  tokens(
    ['twitter-bearer', 'X bearer token', 'docs.x.com/fundamentals/authentication'],
    'AAAAAAAAAAAAAAAAAAAAA W60-110',
    {
      pattern: /A{20,24}[A-Za-z0-9%]{60,110}(?![A-Za-z0-9%])/dy,
      literals: ['AAAAAAAAAAAAAAAAAAAA'],
      entropy: 3.4,
    },
  ),
  tokens(['pinterest', 'Pinterest token', 'developers.pinterest.com'], 'pin{a,c,r}_ W32-120'),
  tokens(['dropbox', 'Dropbox token', 'developers.dropbox.com/oauth-guide'], 'sl. U120-200 | sl.u. U120-1200', {
    pattern: /sl\.(?:u\.)?[A-Za-z0-9_-]{100,1400}(?![A-Za-z0-9])/dy,
  }),
  tokens(['salesforce', 'Salesforce session', 'help.salesforce.com: Session IDs'], '00D W12', {
    pattern: /00D[A-Za-z0-9]{9,15}![A-Za-z0-9._]{80,120}(?![A-Za-z0-9])/dy,
    fires: () => tokens(['a', 'b', 'c'], '00D W12 !AQ W94').fires(),
  }),
  tokens(['zoho', 'Zoho token', 'www.zoho.com/accounts/protocol/oauth.html'], '1000. H32 . H32 | 1000. C30'),
  tokens(['typeform', 'Typeform token', 'www.typeform.com/developers'], 'tfp_ S40-70'),
  tokens(['mapbox', 'Mapbox token', 'docs.mapbox.com/help/glossary/access-token'], '{pk,sk,tk}. W60-120 . W20-40', {
    pattern: /[pst]k\.[A-Za-z0-9_-]{50,250}\.[A-Za-z0-9_-]{20,44}(?![A-Za-z0-9])/dy,
    entropy: 3.6,
  }),
  tokens(['okta', 'Okta token', 'developer.okta.com/docs/guides/create-an-api-token'], '00 U40', {
    pattern: /00[A-Za-z0-9_=-]{39,40}(?![A-Za-z0-9_-])/dy,
    context: /okta|ssws|SSWS|auth/i,
    shown: 2,
    fires: () =>
      tokens(['a', 'b', 'c'], '00 U40')
        .fires()
        .map((token) => `okta_token = "${token}"`),
    quiet: [`okta: "00${'0'.repeat(40)}"`],
    random: true,
  }),
  tokens(['workos', 'WorkOS key', 'workos.com/docs'], 'sk_{live,test,a,prod}_ W40-120'),
  tokens(['stytch', 'Stytch secret', 'stytch.com/docs'], 'secret-{live,test}- U36'),
  tokens(['permit', 'Permit.io key', 'docs.permit.io'], 'permit_key_ W60-120'),
  tokens(['authress', 'Authress key', 'authress.io/knowledge-base'], '{sc,ext,scauth,authress}_ L5-30 .L4 .acc_', {
    pattern:
      /(?:sc|ext|scauth|authress)_[a-z0-9]{5,30}\.[a-z0-9]{4,6}\.acc[_-][a-z0-9-]{10,32}\.[A-Za-z0-9+/_=-]{30,120}(?![A-Za-z0-9])/diy,
    literals: ['sc_', 'ext_', 'scauth_', 'authress_'],
    fires: () => tokens(['a', 'b', 'c'], 'sc_ L10 . L4 .acc_ L12 . U40').fires(),
    shown: 4,
  }),
  tokens(['settlemint', 'SettleMint token', 'console.settlemint.com/documentation'], 'sm_{pat,aat,sat}_ W16'),
  tokens(['beamer', 'Beamer key', 'www.getbeamer.com/api'], 'b_ U44', { random: true, entropy: 3.4 }),
  tokens(['adafruit', 'Adafruit IO key', 'io.adafruit.com/api/docs'], 'aio_ W28'),
  tokens(['ubidots', 'Ubidots token', 'docs.ubidots.com'], 'BB{FF,US}- W30-40'),
  tokens(['adobe', 'Adobe client secret', 'developer.adobe.com/developer-console/docs'], 'p8e- U30-34'),
  tokens(['age', 'age secret key', 'age-encryption.org/v1'], 'AGE-SECRET-KEY-1 C58'),
  tokens(['tines', 'Tines key', 'www.tines.com/api'], 'tines_ W30-60'),
  tokens(['alchemy', 'Alchemy key', 'docs.alchemy.com'], 'alch_ W20-60 | alcht_ W30'),
  tokens(['ramp', 'Ramp credential', 'docs.ramp.com'], 'ramp_{id,sec,tok}_ W40-60'),
  tokens(['liveblocks', 'Liveblocks key', 'liveblocks.io/docs'], 'sk_{dev,prod}_ U40-90'),
  tokens(['polar', 'Polar token', 'polar.sh/docs'], 'polar_{oat,pat,rt,at_o}_ W36-60'),
  tokens(['flagsmith', 'Flagsmith key', 'docs.flagsmith.com'], 'ser. W20-24', { random: true }),
  tokens(['svix', 'Svix key', 'docs.svix.com'], '{testsk,sk}_ W31-40'),
  tokens(['knock', 'Knock key', 'docs.knock.app'], 'sk_ W40-48', { random: true, entropy: 3.8 }),
  tokens(['freemius', 'Freemius secret', 'freemius.com/help'], 'sk_ W20', {
    pattern: /sk_[A-Za-z0-9#@$&*^%!]{29}(?=["'])/dy,
    random: true,
    fires: () => [`"${tokens(['a', 'b', 'c'], 'sk_ W20 #@ W7').fires()[0] ?? ''}"`],
  }),
];
