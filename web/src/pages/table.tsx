import type { ReactNode } from 'react';
import type { Place } from '../frame/router.tsx';
import { Link } from '../frame/router.tsx';
import { Head } from '../parts/page.tsx';
import { Audit } from './audit.tsx';
import { Channels } from './channels.tsx';
import { DossierPage } from './dossier/page.tsx';
import { Gateways } from './gateways.tsx';
import { Models } from './models.tsx';
import { Overview } from './overview.tsx';
import { Review } from './review/page.tsx';

export interface Page {
  /** Which entry of the side it belongs to. */
  readonly section: string;
  readonly crumbs: readonly { readonly label: ReactNode; readonly to?: string }[];
  readonly show: ReactNode;
}

/** Which page an address names. */
export function pageAt({ path, query, hash }: Place): Page {
  const [first, second] = path;
  switch (first) {
    case undefined:
      return { section: '/', crumbs: [{ label: 'Overview' }], show: <Overview /> };
    case 'models':
      return { section: '/models', crumbs: [{ label: 'Models' }], show: <Models query={query} /> };
    case 'dossiers':
      if (second === undefined) break;
      return {
        section: '/models',
        crumbs: [{ label: 'Models', to: '/models' }, { label: 'Dossier' }],
        show: <DossierPage dossier={second} hash={hash} key={second} />,
      };
    case 'review':
      return {
        section: '/review',
        crumbs: [{ label: 'Review' }],
        show: <Review chosen={second ?? null} />,
      };
    case 'channels':
      return { section: '/channels', crumbs: [{ label: 'Channels' }], show: <Channels /> };
    case 'gateways':
      return { section: '/gateways', crumbs: [{ label: 'Gateways' }], show: <Gateways /> };
    case 'audit':
      return { section: '/audit', crumbs: [{ label: 'Audit log' }], show: <Audit /> };
  }
  return { section: '', crumbs: [{ label: 'Nowhere' }], show: <Nowhere /> };
}

function Nowhere() {
  return (
    <Head title="There is no such page" tab="Nowhere">
      The address may be from another version. <Link to="/">The overview</Link> knows the way.
    </Head>
  );
}
