import { endsInCrc, withCrc } from './checksum.ts';
import { LETTERS_AND_DIGITS, textFrom } from './examples.ts';
import { type SecretRow, tokens } from './row.ts';

const crcTokens = (...prefixes: readonly string[]) =>
  prefixes.map((prefix, at) => withCrc(prefix, textFrom(LETTERS_AND_DIGITS, 30, at)));

/** Code hosts, registries of packages, builds, and the tools around them. */
export const CODE_ROWS: readonly SecretRow[] = [
  tokens(
    ['github', 'GitHub token', 'github.blog, 2021-04-05: Behind GitHub’s new authentication token formats'],
    'gh{p,o,u,s,r}_ W36-255',
    {
      checksum: endsInCrc,
      fires: () => crcTokens('ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'),
    },
  ),
  tokens(
    ['github-fine-grained', 'GitHub fine-grained token', 'docs.github.com: Managing your personal access tokens'],
    'github_pat_ U82-90',
  ),
  tokens(
    ['gitlab', 'GitLab token', 'docs.gitlab.com/security/tokens: Token prefixes'],
    'gl{pat,dt,rt,rtr,cbt,ptt,ft,imt,agent,oas,soat,ffct}- S20-120 | GR1348941 U20 | _gitlab_session= L32',
    {
      pattern:
        /(?:gl(?:pat|dt|rt|rtr|cbt|ptt|ft|imt|agent|oas|soat|ffct)-[A-Za-z0-9_.=-]{20,300}|GR1348941[A-Za-z0-9_-]{20}|_gitlab_session=[0-9a-z]{32})(?![A-Za-z0-9])/dy,
    },
  ),
  tokens(['bitbucket', 'Bitbucket app password', 'support.atlassian.com/bitbucket-cloud'], 'ATBB W28-32'),
  tokens(['atlassian', 'Atlassian token', 'support.atlassian.com/atlassian-account'], 'AT{A,C,O,S}TT3 S60-250', {
    pattern: /AT[ACOS]TT3[A-Za-z0-9_=-]{60,250}(?![A-Za-z0-9])/dy,
  }),
  tokens(['npm', 'npm token', 'github.blog, 2021-09-23: Announcing npm’s new access token format'], 'npm_ W36', {
    checksum: endsInCrc,
    fires: () => crcTokens('npm_'),
    quiet: ['npm_config_registry', 'npm_package_version', `npm_${'x'.repeat(36)}`],
  }),
  tokens(
    ['pypi', 'PyPI upload token', 'PyPI help, API tokens (a macaroon: base64 of its location)'],
    'pypi-{AgEIcHlwaS5vcmc,AgENdGVzdC5weXBpLm9yZw} U50-1000',
  ),
  tokens(['rubygems', 'RubyGems key', 'guides.rubygems.org/api-key-scopes'], 'rubygems_ H48'),
  tokens(['crates', 'crates.io token', 'doc.rust-lang.org/cargo/reference/publishing.html'], 'cio W32', {
    random: true,
  }),
  tokens(['nuget', 'NuGet key', 'learn.microsoft.com/nuget/nuget-org/scoped-api-keys'], 'oy2 L43', { random: true }),
  tokens(['clojars', 'Clojars token', 'clojars.org: Deploy tokens'], 'CLOJARS_ W60'),
  tokens(
    ['packagist', 'Packagist token', 'packagist.com/docs/api'],
    'packagist_ H32-80 | packagist_{out,uut,ort}_ H64-80 | wpt_ H40',
  ),
  tokens(['artifactory', 'Artifactory key', 'jfrog.com/help: API key'], 'AKCp W69'),
  tokens(['artifactory-reference', 'Artifactory reference token', 'jfrog.com/help: Reference token'], 'cmVmd W59'),
  tokens(['docker-hub', 'Docker Hub token', 'docs.docker.com/security/access-tokens'], 'dckr_{pat,oat}_ U27-40', {
    pattern: /dckr_(?:pat|oat)_[A-Za-z0-9_-]{27,40}(?![A-Za-z0-9])/dy,
  }),
  tokens(['circleci', 'CircleCI token', 'circleci.com/docs/managing-api-tokens'], 'CCI{PAT,PRJ}_ W22 _ H40'),
  tokens(['buildkite', 'Buildkite token', 'buildkite.com/docs/apis/managing-api-tokens'], 'bk{ua,ct,at,aj,pt}_ W36-64'),
  tokens(['sonar', 'SonarQube token', 'docs.sonarsource.com: Managing tokens'], 'sq{u,p,a}_ H40'),
  tokens(['snyk', 'Snyk token', 'docs.snyk.io/snyk-api'], 'snyk_{uat,sat}. H8 . S40-100'),
  tokens(['sentry', 'Sentry token', 'docs.sentry.io/api/auth'], 'sntryu_ H64 | sntrya_ H64 | sntrys_eyJ B60-400', {
    pattern: /(?:sntry[ua]_[0-9a-f]{64}|sntrys_eyJ[A-Za-z0-9+/=_-]{60,500})(?![A-Za-z0-9])/dy,
  }),
  tokens(
    ['sourcegraph', 'Sourcegraph token', 'sourcegraph.com/docs/cli/how-tos/creating_an_access_token'],
    'sgp_ H40 | sgp_ H16 _ H40 | sgp_local_ H40 | slk_ H64',
    {
      pattern: /(?:sgp_(?:(?:[0-9a-fA-F]{16}|local)_)?[0-9a-fA-F]{40}|slk_[0-9a-f]{64})(?![A-Za-z0-9])/dy,
    },
  ),
  tokens(
    ['postman', 'Postman key', 'learning.postman.com/docs/developer/postman-api'],
    'PMA{K,T}- H24 - H34 | PMAT-01 C24',
  ),
  tokens(['readme', 'ReadMe key', 'docs.readme.com'], 'rdme_ L70 | rdme_xn8s9h L64'),
  tokens(['figma', 'Figma token', 'www.figma.com/developers/api#access-tokens'], 'fig{d,u,ur,o,oh,or}_ U40-60', {
    pattern: /fig(?:d|u|ur|o|oh|or)_[A-Za-z0-9_-]{38,60}(?![A-Za-z0-9])/dy,
  }),
  tokens(['linear', 'Linear key', 'linear.app/developers'], 'lin_api_ W40 | lin_oauth_ H64 | lin_wh_ W32-40'),
  tokens(['notion', 'Notion token', 'developers.notion.com/docs/authorization'], 'ntn_ D11 W32-35 | secret_ W43'),
  tokens(['airtable', 'Airtable token', 'airtable.com/developers/web/guides/personal-access-tokens'], 'pat W14 . H64'),
  tokens(
    ['asana', 'Asana token', 'developers.asana.com/docs/personal-access-token'],
    '{1,2}/ D15-20 : H32 | 2/ D15-20 / D15-20 : H32',
  ),
  tokens(['clickup', 'ClickUp token', 'developer.clickup.com/docs/authentication'], 'pk_ D6-12 _ C32'),
  tokens(['trello', 'Trello token', 'developer.atlassian.com/cloud/trello'], 'ATTA H64 W8'),
  tokens(['contentful', 'Contentful token', 'www.contentful.com/developers/docs'], 'CFPAT- U43'),
  tokens(['retool', 'Retool key', 'docs.retool.com/org-users/guides/retool-api'], 'retool_ L20-40'),
  tokens(['n8n', 'n8n key', 'docs.n8n.io/api/authentication'], 'n8n_api_ H40-80'),
  tokens(['octopus', 'Octopus Deploy key', 'octopus.com/docs/octopus-rest-api'], 'API- C25-32', { random: true }),
  tokens(['launchdarkly', 'LaunchDarkly key', 'launchdarkly.com/docs/home/account/api'], '{sdk,api,mob}- UUID', {
    entropy: 2.4,
  }),
  tokens(['prefect', 'Prefect key', 'docs.prefect.io'], 'pn{u,b}_ W36'),
  tokens(['dbt', 'dbt Cloud token', 'docs.getdbt.com/docs/dbt-cloud-apis'], 'dbt{c,u,s}_ U40-60'),
  tokens(['dependency-track', 'Dependency-Track key', 'docs.dependencytrack.org'], 'odt_ W32-40 | odt_ W8 _ W32'),
  tokens(['frame-io', 'Frame.io token', 'developer.frame.io'], 'fio-u- E64'),
  tokens(['semgrep', 'Semgrep token', 'semgrep.dev/docs'], 'sgp_ W64'),
  tokens(['endor', 'Endor Labs key', 'docs.endorlabs.com'], 'endr+ U16-48', {
    pattern: /endr\+[A-Za-z0-9_-]{16,48}(?![A-Za-z0-9])/dy,
  }),
  tokens(['unkey', 'Unkey key', 'www.unkey.com/docs'], 'unkey_ W20-40'),
  tokens(['cloudsmith', 'Cloudsmith key', 'help.cloudsmith.io'], 'csm_ U30-60'),
  tokens(['statsig', 'Statsig secret', 'docs.statsig.com'], 'secret- W40-50 | console- W40-50'),
  tokens(['optimizely', 'Optimizely token', 'docs.developers.optimizely.com'], '2: U52'),
  tokens(
    ['harness', 'Harness token', 'developer.harness.io/docs/platform/automation/api'],
    '{pat,sat}. U22 . H24 . W20',
  ),
  tokens(['jetbrains', 'JetBrains Hub token', 'www.jetbrains.com/help/youtrack'], 'perm: S40-120 | perm- S40-120', {
    random: true,
  }),
  tokens(
    ['apify', 'Apify token', 'docs.apify.com/platform/integrations/api'],
    'apify_api_ W36-40 | apify_proxy_ W30-40',
  ),
  tokens(['codecatalyst', 'CodeCatalyst token', 'docs.aws.amazon.com/codecatalyst'], 'ccat_ W32-64'),
  tokens(['mintlify', 'Mintlify key', 'mintlify.com/docs'], 'mint_ W20-60', { random: true, entropy: 3.4 }),
];
