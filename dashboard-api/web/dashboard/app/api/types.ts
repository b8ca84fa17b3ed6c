/** What the management API answers about sessions and reports; times in ms, days as ISO text. */

export type Metric = 'views' | 'visits' | 'visitors';

export interface Grant {
  readonly scope: string;
  readonly role: 'viewer' | 'editor';
}

export interface SessionBody {
  readonly account: {
    readonly id: string;
    readonly login: string;
    readonly name: string;
    readonly administrator: boolean;
    readonly grants: readonly Grant[];
  };
  readonly csrf: string;
  /** Whether anything may be changed with it. */
  readonly edits: boolean;
}

/** How to sign in. */
export interface SignInBody {
  readonly local: boolean;
  readonly oidc?: { readonly name: string };
  /** Whether there is no administrator yet. */
  readonly setup: boolean;
}

export interface DaySums {
  readonly views: number;
  readonly visits: number;
  readonly visitors: number;
  readonly engagedMs: number;
}

/** now/before - 1; null where there is nothing to compare with. */
export type Changes = Readonly<Record<Metric | 'engagedMs', number | null>>;

export interface Pair {
  readonly now: DaySums;
  readonly before: DaySums | null;
  readonly change: Changes;
}

export interface Attainment {
  readonly id: string;
  readonly metric: Metric;
  readonly period: string;
  readonly value: number;
  /** Null while the store of figures is away. */
  readonly actual: number | null;
  readonly share: number | null;
}

/** Figures of one line of the overview. */
export interface Standing {
  readonly online: number;
  readonly today: DaySums;
  readonly month: Pair;
  readonly year: Pair;
  /** The one for the longest period of those that run. */
  readonly target?: Attainment | null;
  /** Visits of 30 days, oldest first, today last; null while the store of figures is away. */
  readonly spark: readonly number[] | null;
}

export interface OverviewSite extends Standing {
  readonly id: string;
  readonly name: string;
  readonly group?: string | null;
  readonly sample: boolean;
  readonly archived: boolean;
  readonly predecessors?: readonly string[];
}

export interface OverviewGroup extends Standing {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly sites: number;
}

export interface Overview {
  readonly asOf: number;
  /** False: the store of figures is away; there is nothing to compare with, and no sparkline. */
  readonly complete: boolean;
  readonly sites: readonly OverviewSite[];
  readonly groups: readonly OverviewGroup[];
  readonly all: Standing;
}

export interface LiveFigures {
  readonly online: number;
  readonly today: DaySums;
}

export interface Days {
  readonly from: string;
  readonly to: string;
}

export interface NamedDays extends Days {
  readonly text: string;
}

export interface Figures extends DaySums {
  /** Null where it is not known: of several sites, of some visits only, of days before sitepulse. */
  readonly peakOnline: { readonly count: number; readonly at: number } | null;
}

export interface Ledger {
  readonly received: number;
  readonly views: number;
  readonly heartbeats: number;
  readonly duplicates: number;
  readonly bots: number;
  readonly rejected: Readonly<Record<string, number>>;
  readonly mergedVisits: number;
}

export interface Succession {
  readonly site: string;
  readonly name: string;
  readonly from: string;
}

export interface Summary {
  readonly scope: string;
  readonly name: string;
  readonly sample: boolean;
  /** Of its sites; null if they have several. */
  readonly zone: string | null;
  readonly period: NamedDays;
  readonly begun: Days | null;
  readonly compared: NamedDays | null;
  readonly live: boolean;
  readonly now: Figures;
  readonly before: Figures | null;
  readonly change: Changes;
  readonly ledger: Ledger | null;
  readonly predecessors: readonly Succession[];
  readonly successor?: Succession | null;
  readonly target?: Attainment | null;
}

export interface CoursePoint extends DaySums {
  /** Local time: `2026-11-22`, `2026-11-22T05:00` or `2026-11`. */
  readonly at: string;
  readonly before: (DaySums & { readonly at: string }) | null;
}

export interface Course {
  readonly unit: 'hour' | 'day' | 'month';
  readonly points: readonly CoursePoint[];
}

export interface HourCell {
  readonly weekday: number;
  readonly hour: number;
  readonly views: number;
  readonly visits: number;
}

export interface BreakdownValue {
  readonly value: string;
  readonly title?: string | null;
  readonly views: number;
  readonly visits: number;
  readonly visitors: number;
  readonly engagedMs: number;
  /** Of the totals, in what the list is sorted by; null if these are 0. */
  readonly share: number | null;
  readonly before: {
    readonly views: number;
    readonly visits: number;
    readonly visitors: number;
  } | null;
}

export interface Breakdown {
  readonly dimension: string;
  readonly rows: number;
  readonly totals: DaySums;
  readonly values: readonly BreakdownValue[];
}

export interface LedgerDays {
  readonly days: readonly (Ledger & { readonly day: string })[];
  readonly totals: Ledger;
}
