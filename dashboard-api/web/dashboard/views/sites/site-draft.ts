import type { SiteResponse } from '../../../api/schema.js';
import { day, number } from '../../app/format.js';
import { dayText, dayTyped, numberTyped } from '../../app/typed.js';
import type { LabelledText } from '../../components/view/differences.js';
import type { VisibleScopes } from '../../components/view/scopes.js';
import { messages } from './messages.js';

/** Draft of a site. */
export interface SiteDraft {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly group: string;
  readonly origins: string;
  readonly pageParameters: string;
  readonly ignoreEndSlash: boolean;
  readonly archived: boolean;
  readonly hasBaseline: boolean;
  readonly visits: string;
  readonly views: string;
  readonly visitors: string;
  readonly asOf: string;
  readonly source: string;
}

const ID = /^[a-z0-9.-]{1,64}$/;
const ORIGIN = /^https?:\/\/[a-z0-9.-]+(:[0-9]{1,5})?$/;

/** Returns the draft of a site, or of a new one. */
export function draftOf(site: SiteResponse | undefined): SiteDraft {
  const old = site?.baseline;
  return {
    id: site?.id ?? '',
    name: site?.name ?? '',
    zone: site?.zone ?? 'Asia/Ho_Chi_Minh',
    group: site?.group ?? '',
    origins: (site?.origins ?? []).join('\n'),
    pageParameters: (site?.pageParameters ?? []).join('\n'),
    ignoreEndSlash: site?.ignoreEndSlash ?? false,
    archived: site?.archived ?? false,
    hasBaseline: Boolean(old),
    visits: old ? number(old.visits) : '',
    views: old ? number(old.views) : '',
    visitors: old ? number(old.visitors) : '',
    asOf: dayText(old?.asOf ?? ''),
    source: old?.source ?? '',
  };
}

/** Describes a draft by labelled texts. */
export function describeDraft(draft: SiteDraft, scopes: VisibleScopes): LabelledText[] {
  const list = (text: string): string => text.split(/\s+/).filter(Boolean).join(', ');
  const group = scopes.groups.find(({ id }) => id === draft.group)?.name ?? draft.group;
  return [
    { label: messages().name, text: draft.name },
    { label: messages().origins, text: list(draft.origins) },
    { label: messages().parameters, text: list(draft.pageParameters) },
    {
      label: messages().endSlash,
      text: draft.ignoreEndSlash ? messages().endSlashIgnored : messages().endSlashKept,
    },
    { label: messages().zone, text: draft.zone },
    { label: messages().group, text: group || messages().noGroup },
    {
      label: messages().baseline,
      text: draft.hasBaseline ? baselineText(draft) : messages().noBaseline,
    },
    {
      label: messages().state,
      text: draft.archived ? messages().archivedState : messages().active,
    },
  ];
}

function baselineText({ visits, views, visitors, asOf, source }: SiteDraft): string {
  const figures = [
    [messages().visits, visits],
    [messages().views, views],
    [messages().visitors, visitors],
  ] as const;
  return [
    ...figures.map(([label, value]) => `${label} ${number(numberTyped(value || '0'))}`),
    dayTyped(asOf) ? day(dayTyped(asOf) ?? '') : asOf,
    source,
  ].join('; ');
}

/** Path of a site, in the API and in the dashboard. */
export function sitePath(site: string): string {
  return `sites/${encodeURIComponent(site)}`;
}

/** Returns the errors of a draft by field. */
export function faultsOf(draft: SiteDraft): Record<string, string | undefined> {
  const origins = lines(draft.origins);
  const old = draft.hasBaseline;
  const number = (text: string): string | undefined =>
    old && numberTyped(text || '0') === undefined ? messages().faultNumber(text.trim()) : undefined;
  return {
    name: draft.name.trim() ? undefined : messages().faultName,
    id: ID.test(draft.id) ? undefined : messages().faultId,
    origins: origins.every((origin) => ORIGIN.test(origin)) ? undefined : messages().faultOrigin,
    visits: number(draft.visits),
    views: number(draft.views),
    visitors: number(draft.visitors),
    asOf: old && dayTyped(draft.asOf) === undefined ? messages().faultDay : undefined,
    source: old && !draft.source.trim() ? messages().faultSource : undefined,
  };
}

/** Returns the request body. Fields that only administrators may change are left out for others. */
export function bodyOf(draft: SiteDraft, administers: boolean): object {
  const { name, zone, archived, ignoreEndSlash } = draft;
  const common = {
    name: name.trim(),
    zone,
    origins: lines(draft.origins),
    pageParameters: draft.pageParameters.split(/\s+/).filter(Boolean),
    ignoreEndSlash,
  };
  return administers
    ? {
        ...common,
        archived,
        group: draft.group || null,
        baseline: draft.hasBaseline ? baselineOf(draft) : null,
      }
    : common;
}

function baselineOf({ visits, views, visitors, asOf, source }: SiteDraft): object {
  return {
    visits: numberTyped(visits) ?? 0,
    views: numberTyped(views) ?? 0,
    visitors: numberTyped(visitors) ?? 0,
    asOf: dayTyped(asOf),
    source: source.trim(),
  };
}

function lines(text: string): string[] {
  return text
    .split(/\s+/)
    .map((line) => line.replace(/\/+$/, '').toLowerCase())
    .filter(Boolean);
}
