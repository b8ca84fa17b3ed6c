import type { ReactiveControllerHost } from 'lit';
import { api } from '../../app/api/client.js';
import type { GroupResponse, SiteResponse } from '../../../api/schema.js';
import { Fetching } from '../../app/fetching.js';
import { compare } from '../../app/format.js';
import { dictionary } from '../../app/language.js';
import { isAdministrator } from '../../app/session.js';
import type { Choice } from '../field/field.js';
import { mayEdit } from './permissions.js';

const messages = dictionary(
  {
    all: 'Tất cả các trang',
    groups: 'Khối, nhóm',
    sites: 'Trang',
    choose: '— Chọn đơn vị —',
    missing: 'Hãy chọn đơn vị.',
  },
  {
    all: 'All sites',
    groups: 'Groups',
    sites: 'Sites',
    choose: '— Choose a site or group —',
    missing: 'Please choose a site or group.',
  },
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

/** Returns the scopes to write about. A group is one only if the account may edit all of it. */
function editableScopes({ sites, groups }: VisibleScopes): Choice[] {
  const whole = groups.filter(({ id }) => sites.filter((s) => s.group === id).every(mayEdit));
  const choices = { sites: sites.filter(mayEdit), groups: whole };
  return scopeChoices(choices, { all: isAdministrator() });
}

/** Returns the only scope to write about. With several the account is to choose one. */
export function onlyScope(scopes: VisibleScopes): string {
  const [first, second] = editableScopes(scopes);
  return first && !second ? first.value : '';
}

/** Returns the scopes to write about. For something new a line before them asks for one. */
export function scopesToChoose(scopes: VisibleScopes, isNew: boolean): Choice[] {
  const asks = isNew && !onlyScope(scopes);
  return [...(asks ? [{ value: '', label: messages().choose }] : []), ...editableScopes(scopes)];
}

/** Returns the fault of a form in which no scope was chosen. */
export function scopeFault(chosen: string): string | undefined {
  return chosen ? undefined : messages().missing;
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
