import controlPlane from './0001-control-plane.sql';
import blobs from './0002-blobs.sql';
import auditTree from './0003-audit-tree.sql';
import teams from './0004-teams.sql';
import jobs from './0005-jobs.sql';
import webhooks from './0006-webhooks.sql';
import releases from './0007-releases.sql';
import secondFactors from './0008-second-factors.sql';
import obligations from './0009-obligations.sql';
import incidents from './0010-incidents.sql';
import families from './0011-families.sql';
import witnesses from './0012-witnesses.sql';
import drills from './0013-drills.sql';
import identities from './0014-identities.sql';
import publications from './0015-publications.sql';
import signingKeys from './0016-signing-keys.sql';
import subjects from './0017-subjects.sql';
import subjectsReleased from './0018-subjects-released.sql';
import gatewayNodes from './0019-gateway-nodes.sql';
import revocationCauses from './0020-revocation-causes.sql';
import openingReadings from './0021-opening-readings.sql';
import refusals from './0022-refusals.sql';
import reviews from './0023-reviews.sql';
import housePolicies from './0024-house-policies.sql';
import gateChanges from './0025-gate-changes.sql';
import refusalsAbout from './0026-refusals-about.sql';
import rulingsOnDossiers from './0027-rulings-on-dossiers.sql';
import evaluations from './0028-evaluations.sql';
import policyLoosenings from './0029-policy-loosenings.sql';
import evaluationsFailed from './0030-evaluations-failed.sql';
import admissionPoliciesWait from './0031-admission-policies-wait.sql';

/** Every step of the schema, in order. Only ever added to: a database that went further was written by a newer version. */
export const MIGRATIONS: readonly { readonly version: number; readonly sql: string }[] = [
  { version: 1, sql: controlPlane },
  { version: 2, sql: blobs },
  { version: 3, sql: auditTree },
  { version: 4, sql: teams },
  { version: 5, sql: jobs },
  { version: 6, sql: webhooks },
  { version: 7, sql: releases },
  { version: 8, sql: secondFactors },
  { version: 9, sql: obligations },
  { version: 10, sql: incidents },
  { version: 11, sql: families },
  { version: 12, sql: witnesses },
  { version: 13, sql: drills },
  { version: 14, sql: identities },
  { version: 15, sql: publications },
  { version: 16, sql: signingKeys },
  { version: 17, sql: subjects },
  { version: 18, sql: subjectsReleased },
  { version: 19, sql: gatewayNodes },
  { version: 20, sql: revocationCauses },
  { version: 21, sql: openingReadings },
  { version: 22, sql: refusals },
  { version: 23, sql: reviews },
  { version: 24, sql: housePolicies },
  { version: 25, sql: gateChanges },
  { version: 26, sql: refusalsAbout },
  { version: 27, sql: rulingsOnDossiers },
  { version: 28, sql: evaluations },
  { version: 29, sql: policyLoosenings },
  { version: 30, sql: evaluationsFailed },
  { version: 31, sql: admissionPoliciesWait },
];
