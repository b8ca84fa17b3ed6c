import type { SiteResponse, SiteStates, UnknownSite } from '../../../api/schema.js';

/** What the server knows of a site at a moment. */
export interface Signals {
  /** Page views of today that were counted. */
  readonly views: number;
  readonly states: SiteStates;
}

/** Result of a check of the installation. */
export type Verdict =
  | { readonly kind: 'counted' }
  | { readonly kind: 'origin' | 'invalid'; readonly origin: string }
  | { readonly kind: 'unknown'; readonly origin: string; readonly id: string };

/**
 * Says what came for a site between two moments: a counted view, a refused event of an origin, or
 * an event of one of its origins with an id that is not registered. Undefined if nothing came.
 */
export function verdictOf(
  site: Pick<SiteResponse, 'id' | 'origins'>,
  before: Signals,
  now: Signals,
): Verdict | undefined {
  if (now.views > before.views) {
    return { kind: 'counted' };
  }
  const refused = moreOf(refusedOf(before, site.id), refusedOf(now, site.id));
  if (refused) {
    const { origin } = refused;
    const declared = site.origins.length === 0 || site.origins.includes(origin);
    return { kind: declared || origin === '' ? 'invalid' : 'origin', origin };
  }
  const mine = ({ origin }: UnknownSite): boolean => site.origins.includes(origin);
  const unknown = moreOf(
    before.states.unknownSites.filter(mine).map(keyed),
    now.states.unknownSites.filter(mine).map(keyed),
  );
  return unknown && { kind: 'unknown', origin: unknown.origin, id: unknown.site };
}

interface Counted {
  readonly key: string;
  readonly events: number;
}

function refusedOf({ states }: Signals, id: string): (Counted & { readonly origin: string })[] {
  const known = states.sites.find(({ site }) => site === id);
  return (known?.refusedOrigins ?? []).map((one) => ({ ...one, key: one.origin }));
}

function keyed(one: UnknownSite): Counted & UnknownSite {
  return { ...one, key: `${one.site} ${one.origin}` };
}

/** Returns the first entry that has more events than before. */
function moreOf<C extends Counted>(before: readonly C[], now: readonly C[]): C | undefined {
  const events = new Map(before.map((one) => [one.key, one.events]));
  return now.find((one) => one.events > (events.get(one.key) ?? 0));
}
