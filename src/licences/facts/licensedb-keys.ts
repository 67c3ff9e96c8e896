/**
 * Keys of LicenseDB (aboutcode, keys under CC-BY-4.0) that differ from the SPDX id of the same licence, as normalised names.
 * Keys that are SPDX ids in small letters, with `-plus` for `-or-later`, need no row.
 */
const ROWS = `
afl-3.0 AFL-3.0, artistic-perl-1.0 Artistic-1.0, boost-1.0 BSL-1.0, bsd-simplified BSD-2-Clause, bsd-new BSD-3-Clause,
bsd-original BSD-4-Clause, bsd-original-uc BSD-4-Clause, bsd-zero 0BSD, bsd-plus-patent BSD-2-Clause-Patent,
clear-bsd BSD-3-Clause-Clear, cc-pd CC-PDDC, cecill-2.1-en CECILL-2.1, cecill-c-en CECILL-C, freetype FTL, historical HPND,
ibmpl-1.0 IPL-1.0, libpng Libpng, libpng-v2 libpng-2.0, mit-modern MIT-Modern-Variant, openssl-ssleay OpenSSL, python Python-2.0,
sgi-freeb-2.0 SGI-B-2.0, uoi-ncsa NCSA, wtfpl-2.0 WTFPL, x11-xconsortium X11, zpl-2.1 ZPL-2.1, unicode-v3 Unicode-3.0,
open-ldap-2.8 OLDAP-2.8, mulanpsl-2.0-en MulanPSL-2.0, mulanpsl-1.0-en MulanPSL-1.0, ogl-uk-3.0 OGL-UK-3.0, w3c-software-19980720 W3C
`;

export const LICENSEDB_KEYS: ReadonlyMap<string, string> = new Map(
  ROWS.trim()
    .split(/,\s*/)
    .map((row) => row.split(' '))
    .map(([key = '', id = '']) => [key, id.toLowerCase()] as const),
);
