/** What the management API answers about definitions; times in ms, days as ISO text. */
import type { Grant, Metric } from './types.js';

export type Role = 'viewer' | 'editor';

/** What can be changed: its revision, sent with a change, guards it against being overwritten. */
export interface Guarded {
  readonly id: string;
  readonly revision: string;
}

export interface Baseline {
  readonly views: number;
  readonly visits: number;
  readonly visitors: number;
  readonly asOf: string;
  readonly source: string;
  readonly enteredBy?: string;
}

export interface SiteEntry extends Guarded {
  readonly name: string;
  readonly origins: readonly string[];
  readonly zone: string;
  readonly group?: string | null;
  readonly baseline?: Baseline | null;
  readonly pageParameters: readonly string[];
  readonly archived: boolean;
  readonly sample: boolean;
  readonly predecessors: readonly {
    readonly site: string;
    readonly from: string;
    readonly enteredBy: string;
  }[];
  readonly successor?: { readonly site: string; readonly from: string } | null;
  readonly role: Role;
  /** Code to put into a page, by kind: script, counter, iframe, image, poll. */
  readonly embed: Readonly<Record<string, string>>;
}

export interface GroupEntry extends Guarded {
  readonly name: string;
  readonly position: number;
  readonly sites: number;
}

export type Phase = 'draft' | 'scheduled' | 'open' | 'closed';
export type Visibility = 'always' | 'after-voting' | 'after-closing' | 'managers';

export interface OptionEntry {
  readonly id: string;
  readonly label: string;
  readonly ballots: number;
  readonly share: number;
}

export interface PollEntry extends Guarded {
  readonly site: string;
  readonly question: string;
  readonly options: readonly OptionEntry[];
  readonly maxChoices: number;
  readonly changeable: boolean;
  readonly opens?: number | null;
  readonly closes?: number | null;
  readonly draft: boolean;
  readonly visibility: Visibility;
  readonly phase: Phase;
  readonly participants: number;
  readonly role: Role;
  readonly embed: Readonly<Record<string, string>>;
}

export interface PollHistory {
  readonly points: readonly {
    readonly at: number;
    readonly participants: number;
    readonly ballots: Readonly<Record<string, number>>;
  }[];
}

export interface TargetEntry extends Guarded {
  readonly scope: string;
  readonly scopeName: string;
  readonly metric: Metric;
  readonly period: string;
  readonly value: number;
  readonly source?: string | null;
  readonly enteredBy: string;
  readonly actual: number | null;
  readonly share: number | null;
  readonly role: Role;
}

export interface TokenEntry {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly created: number;
  readonly expires?: number | null;
}

export interface AccountEntry extends Guarded {
  readonly login: string;
  readonly name: string;
  readonly administrator: boolean;
  readonly grants: readonly Grant[];
  readonly disabled: boolean;
  readonly created: number;
  readonly hasPassword: boolean;
  readonly oidc: boolean;
  readonly tokens: readonly TokenEntry[];
}

/** Any JSON. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export interface ChangeEntry {
  readonly id: string;
  readonly at: number;
  readonly by: string;
  readonly byName: string;
  readonly action: string;
  readonly subject: string;
  readonly before?: Json;
  readonly after?: Json;
}

export interface Changes {
  readonly changes: readonly ChangeEntry[];
  /** Where to go on; handed back as it is. */
  readonly next?: string | null;
}

export interface Sheet {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly {
    readonly id: string;
    readonly label: string;
    readonly kind: 'text' | 'count' | 'share' | 'change' | 'day' | 'duration';
  }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export interface ReviewChart {
  readonly id: string;
  readonly kind: 'line' | 'bar';
  readonly title: string;
  readonly labels: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly (number | null)[];
  }[];
}

export interface Review {
  readonly title: string;
  readonly subtitle: string;
  readonly author: string;
  readonly made: number;
  readonly scope: string;
  readonly period: string;
  readonly sections: readonly {
    readonly id: string;
    readonly heading: string;
    readonly paragraphs: readonly string[];
    readonly sheets: readonly Sheet[];
    readonly charts: readonly ReviewChart[];
  }[];
}
