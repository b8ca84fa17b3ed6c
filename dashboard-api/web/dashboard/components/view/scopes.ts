import type { ReactiveControllerHost } from 'lit';
import { api } from '../../app/api/client.js';
import type { GroupResponse, SiteResponse } from '../../../api/schema.js';
import { Fetching } from '../../app/fetching.js';
import { compare } from '../../app/format.js';
import { dictionary } from '../../app/language.js';
import type { Choice } from '../field/field.js';

const messages = dictionary(
  { all: 'Tất cả các trang', groups: 'Khối, nhóm', sites: 'Trang' },
  { all: 'All sites', groups: 'Groups', sites: 'Sites' },
);

/** Sites and groups that the caller may see. */
export interface VisibleScopes {
  readonly sites: readonly SiteResponse[];
  readonly groups: readonly GroupResponse[];
}

/** Loads the visible sites and groups. */
export async function loadScopes(signal: AbortSignal): Promise<VisibleScopes> {
  const [sites, groups] = await Promise.all([
    api.get<SiteResponse[]>('sites', { signal }),
    api.get<GroupResponse[]>('groups', { signal }),
  ]);
  return {
    sites: [...sites].sort((a, b) => compare(a.name, b.name)),
    groups: [...groups].sort((a, b) => a.position - b.position || compare(a.name, b.name)),
  };
}

/** Loads the visible sites and groups for an element. */
export function visibleScopes(host: ReactiveControllerHost): Fetching<readonly [], VisibleScopes> {
  return new Fetching<readonly [], VisibleScopes>(host, () => [], loadScopes);
}

/** Returns the scopes to choose from: all, groups, sites. */
export function scopeChoices(scopes: VisibleScopes, { all = true } = {}): Choice[] {
  return [
    ...(all ? [{ value: 'all', label: messages().all }] : []),
    ...scopes.groups.map(({ id, name }) => ({
      value: `group:${id}`,
      label: name,
      group: messages().groups,
    })),
    ...scopes.sites.map(({ id, name }) => ({
      value: `site:${id}`,
      label: name,
      group: messages().sites,
    })),
  ];
}

/** Returns the name of a scope. */
export function scopeName(scopes: VisibleScopes | undefined, scope: string): string {
  const [kind = '', id = ''] = scope.split(/:(.*)/s);
  if (kind === 'all') {
    return messages().all;
  }
  const list = kind === 'group' ? scopes?.groups : scopes?.sites;
  return list?.find((one) => one.id === id)?.name ?? id;
}
