/**
 * The name under which a page's site is kept in the settings: its origin (`https://example.com`, the port included
 * where the address has one), or `file://` for all local files, which have no origin of their own.
 * Undefined for what no person can switch on: chrome:// pages, other extensions, about:blank.
 */
export function findSite(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, origin } = new URL(address);
  if (protocol === 'file:') return 'file://';
  return protocol === 'http:' || protocol === 'https:' ? origin : undefined;
}

/** The match pattern of all pages of a site, for permissions and registered scripts. */
export function sitePattern(site: string): string {
  return `${site}/*`;
}
