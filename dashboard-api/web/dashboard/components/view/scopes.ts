import type { ReactiveControllerHost } from 'lit';
import { api } from '../../app/api/client.js';
import type { GroupResponse, SiteResponse } from '../../../api/schema.js';
import { Fetching } from '../../app/fetching.js';
import { compare } from '../../app/format.js';
import { dictionary } from '../../app/language.js';
import type { Choice } from '../field/field.js';

const words = dictionary(
  { all: 'Tất cả các trang', groups: 'Khối, nhóm', sites: 'Trang' },
  { all: 'All sites', groups: 'Groups', sites: 'Sites' },
);

/** What a scope can be of: the sites and groups one may see. */
export interface World {
  readonly sites: readonly SiteResponse[];
  readonly groups: readonly GroupResponse[];
}

/** Fetches it. */
export async function loadWorld(signal: AbortSignal): Promise<World> {
  const [sites, groups] = await Promise.all([
    api.get<SiteResponse[]>('sites', { signal }),
    api.get<GroupResponse[]>('groups', { signal }),
  ]);
  return {
    sites: [...sites].sort((a, b) => compare(a.name, b.name)),
    groups: [...groups].sort((a, b) => a.position - b.position || compare(a.name, b.name)),
  };
}

/** Fetches it for an element. */
export function worldFor(host: ReactiveControllerHost): Fetching<readonly [], World> {
  return new Fetching<readonly [], World>(host, () => [], loadWorld);
}

/** Scopes to choose from: all, groups, sites. */
export function scopeChoices(world: World, { all = true } = {}): Choice[] {
  return [
    ...(all ? [{ value: 'all', label: words().all }] : []),
    ...world.groups.map(({ id, name }) => ({
      value: `group:${id}`,
      label: name,
      group: words().groups,
    })),
    ...world.sites.map(({ id, name }) => ({
      value: `site:${id}`,
      label: name,
      group: words().sites,
    })),
  ];
}

/** A scope in words. */
export function scopeName(world: World | undefined, scope: string): string {
  const [kind = '', id = ''] = scope.split(/:(.*)/s);
  if (kind === 'all') {
    return words().all;
  }
  const list = kind === 'group' ? world?.groups : world?.sites;
  return list?.find((one) => one.id === id)?.name ?? id;
}
