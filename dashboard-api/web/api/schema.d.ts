// Generated from the OpenAPI document by `npm run api-types`. Do not edit.
export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly SiteId: string;
        readonly PollId: string;
        /** @description Milliseconds since 1970-01-01T00:00:00Z */
        readonly Millis: number;
        readonly IncomingEvent: {
            /**
             * Format: uuid
             * @description An id that was seen in the last 24 h is a duplicate and is not counted
             */
            readonly id?: string;
            /**
             * @default view
             * @enum {string}
             */
            readonly kind?: "view" | "heartbeat";
            readonly site: components["schemas"]["SiteId"];
            /** @description Path or address. Origin and fragment are removed, and query parameters that the site does not keep. */
            readonly page: string;
            readonly title?: string;
            readonly referrer?: string;
            readonly language?: string;
            /**
             * Format: uuid
             * @description Id of the view that a heartbeat belongs to
             */
            readonly view?: string;
            readonly engagedMs?: number;
            /** @description Age of the event by the clock of the sender. More than 24 h is rejected as too-old. */
            readonly ageMs?: number;
            /** @description Same meaning as Sec-GPC */
            readonly anonymous?: boolean;
        };
        readonly EventsResponse: {
            readonly accepted: number;
            readonly refused: readonly components["schemas"]["Fault"][];
        };
        readonly CounterSums: {
            readonly views: number;
            readonly visits: number;
            /** @description Sum of daily visitors. Over several days it is not a number of people. */
            readonly visitors: number;
        };
        readonly CountersResponse: {
            readonly site: components["schemas"]["SiteId"];
            /**
             * Format: date
             * @description Local day of the site that `today` covers
             */
            readonly day: string;
            readonly asOf?: components["schemas"]["Millis"];
            /** @description Distinct visitors in the last 5 minutes */
            readonly online: number;
            readonly today: components["schemas"]["CounterSums"];
            readonly yesterday: components["schemas"]["CounterSums"];
            readonly week: components["schemas"]["CounterSums"];
            readonly month: components["schemas"]["CounterSums"];
            readonly year: components["schemas"]["CounterSums"];
            readonly total: components["schemas"]["CounterSums"];
        };
        readonly PublicPollResponse: {
            readonly id: components["schemas"]["PollId"];
            readonly site: components["schemas"]["SiteId"];
            readonly question: string;
            readonly options: readonly components["schemas"]["PublicPollOption"][];
            /** @description Number of ballots, which is the number of voters. Absent if this reader may not see the result. */
            readonly participants?: number;
            readonly note?: components["schemas"]["CorrectionNote"];
            /** @description Whether votes of some time are set aside in the result. False if this reader may not see the result. */
            readonly setAside: boolean;
            /** @enum {string} */
            readonly phase: "scheduled" | "open" | "closed";
            readonly opens?: components["schemas"]["Millis"];
            readonly closes?: components["schemas"]["Millis"];
            readonly maxChoices: number;
            readonly changeable: boolean;
            readonly visibility: components["schemas"]["Visibility"];
            readonly resultsVisible: boolean;
            /**
             * @description One ballot per browser. Suitable for surveys, not for decisions.
             * @constant
             */
            readonly assurance: "survey";
            /** @description Whether the reader has shown a receipt */
            readonly voted: boolean;
        };
        /** @description Sentences for readers of the result about changed labels and votes that are set aside. Absent without any. */
        readonly CorrectionNote: {
            readonly vi: string;
            readonly en: string;
        };
        readonly PublicPollOption: {
            readonly id: string;
            readonly label: string;
            /** @description Label for the first voters. Absent if it is the same. */
            readonly former?: string;
            /** @description Absent if this reader may not see the result */
            readonly ballots?: number;
        };
        /** @enum {string} */
        readonly Phase: "draft" | "scheduled" | "open" | "closed";
        /**
         * @description Readers who may see the result
         * @enum {string}
         */
        readonly Visibility: "always" | "after-voting" | "after-closing" | "managers";
        readonly VoteRequest: {
            readonly choices: readonly string[];
            /** Format: uuid */
            readonly id?: string;
            /** @description Token from an earlier response. Without one, a random UUID that the client stores and repeats until it receives a token. The same UUID is the same voter. */
            readonly voter?: string;
        };
        readonly VoteResponse: {
            /** @constant */
            readonly accepted: true;
            /** Format: uuid */
            readonly id: string;
            readonly voter: string;
            readonly receipt: string;
        };
        readonly HealthResponse: {
            /** @enum {string} */
            readonly status: "up" | "down";
            readonly checks: {
                readonly [key: string]: "up" | "down";
            };
            /** @description What is wrong although the process can work. Absent if nothing is. */
            readonly warnings?: readonly string[];
        };
        readonly Fault: {
            /** @description Position in the array of the request */
            readonly index?: number;
            readonly field: string;
            /** @enum {string} */
            readonly reason: "invalid" | "unknown-site" | "origin" | "too-old" | "unknown-poll" | "not-open" | "closed" | "unknown-option" | "number-of-choices" | "already-voted" | "unavailable";
            readonly code?: components["schemas"]["Rule"];
            /** @description Values that belong to the code, if it has any */
            readonly limits?: {
                /** @description Smallest number, number of characters or number of entries, or the first day */
                readonly min?: number | string;
                /** @description Largest number, number of characters or number of entries, or the last day */
                readonly max?: number | string;
                /** @description Allowed values, or values that must remain */
                readonly of?: readonly string[];
                readonly pattern?: string;
                /** @description Field that must be later than this one */
                readonly before?: string;
                readonly site?: string;
                readonly count?: number;
            };
            /** @description The broken rule and its limits in English */
            readonly detail: string;
        };
        /**
         * @description Rule that a field breaks, for messages in other languages. New codes may be added.
         * @enum {string}
         */
        readonly Rule: "required" | "length" | "count" | "range" | "format" | "choice" | "distinct" | "order" | "unknown" | "fixed" | "unknown-field" | "json" | "object" | "list" | "text" | "number" | "boolean" | "day" | "time" | "zone" | "scope" | "period" | "period-kind" | "period-length" | "day-range" | "to-come" | "over" | "wrong-password" | "wrong-code" | "common-password" | "same-site" | "has-successor" | "circle" | "sample" | "archived" | "kept" | "voted" | "held" | "one-site" | "no-filter" | "twice" | "invalid";
        readonly Problem: {
            readonly type: string;
            readonly title: string;
            readonly status: number;
            readonly detail: string;
            readonly errors: readonly components["schemas"]["Fault"][];
        };
        readonly Grant: {
            readonly scope: components["schemas"]["Scope"];
            readonly role: components["schemas"]["Role"];
        };
        readonly SignInMethodsResponse: {
            /** @description Whether login and password are accepted. Otherwise requests with passwords are answered 403 with the type passwords-off. */
            readonly local: boolean;
            readonly oidc?: components["schemas"]["SignInProvider"];
            /** @description Whether there is no administrator yet */
            readonly setup: boolean;
        };
        /** @description Identity provider for single sign-on */
        readonly SignInProvider: {
            readonly name: string;
        };
        readonly SessionResponse: {
            readonly account: components["schemas"]["SessionAccount"];
            /** @description Value of the header Sitepulse-CSRF of every request except GET. Absent for API tokens. */
            readonly csrf?: string;
            /** @description Whether the caller may change anything */
            readonly edits: boolean;
            /** @description Whether the account must set up a second factor first. Until then all but its own session is answered 403 with the type second-factor-missing. */
            readonly secondFactorMissing: boolean;
        };
        readonly ListedSessionResponse: {
            readonly id: string;
            /** @description Product name. Absent if unknown. */
            readonly browser?: string;
            /** @description Product name. Absent if unknown. */
            readonly system?: string;
            readonly begun: components["schemas"]["Millis"];
            readonly seen: components["schemas"]["Millis"];
            /** @description Whether it is the session of this request */
            readonly current: boolean;
        };
        readonly SessionAccount: {
            readonly id: string;
            readonly login: string;
            readonly name: string;
            readonly administrator: boolean;
            readonly grants: readonly components["schemas"]["Grant"][];
        };
        /** @description Compared after Unicode normalisation NFKC. A new password that is among the first guesses is refused with the code common-password. */
        readonly Password: string;
        /** @description Stored in lower case */
        readonly Login: string;
        readonly SignInRequest: {
            readonly login: string;
            readonly password: string;
        };
        readonly PasswordChangeRequest: {
            readonly current: string;
            readonly next: components["schemas"]["Password"];
        };
        readonly PendingSignInResponse: {
            /** @description To be sent with the code */
            readonly pending: string;
        };
        readonly SignInCodeRequest: {
            readonly pending: string;
            readonly code: string;
        };
        readonly OwnPasswordRequest: {
            readonly password: string;
        };
        readonly SecondFactorRequest: {
            readonly enrolment: string;
            readonly code: string;
        };
        readonly SecondFactorResponse: {
            readonly since?: components["schemas"]["Millis"];
            /** @description Number of recovery codes that were not used */
            readonly recoveryCodes: number;
            /** @description Whether it cannot be removed */
            readonly required: boolean;
            /** @description Whether it can be set up: the account has a password */
            readonly available: boolean;
        };
        readonly RecoveryCodesResponse: {
            readonly recoveryCodes: readonly string[];
        };
        readonly Enrolment: {
            /** @description To be sent with the first code */
            readonly enrolment: string;
            /** @description In base32, to be typed into the app */
            readonly secret: string;
            readonly uri: string;
            readonly qr: components["schemas"]["QrCode"];
        };
        /** @description The uri as a QR code, without its margin */
        readonly QrCode: {
            /** @description Width and height in modules */
            readonly size: number;
            /** @description Data of an SVG path */
            readonly path: string;
        };
        readonly SetupRequest: {
            readonly code: string;
            readonly login: components["schemas"]["Login"];
            readonly name: string;
            readonly password: components["schemas"]["Password"];
        };
        readonly InvitationCheck: {
            readonly code: string;
        };
        readonly InvitationRequest: {
            readonly code: string;
            readonly password: components["schemas"]["Password"];
        };
        readonly InvitationResponse: {
            readonly invitation: string;
        };
        readonly TokenRequest: {
            readonly name: string;
            readonly role: components["schemas"]["Role"];
            /** @description Milliseconds. Absent: one year from now. Null: it does not expire. */
            readonly expires?: number | null;
        };
        readonly TokenResponse: {
            readonly id: string;
            readonly name: string;
            readonly role: components["schemas"]["Role"];
            readonly created: components["schemas"]["Millis"];
            readonly expires?: components["schemas"]["Millis"];
            /**
             * Format: date
             * @description Day of the last use in Vietnam. Absent if there was none, or none since this is recorded.
             */
            readonly lastUsed?: string;
            /** @description Secret of the token. Present only in the response that creates it. */
            readonly token?: string;
        };
        readonly AccountResponse: {
            readonly id: string;
            readonly login: string;
            readonly name: string;
            readonly administrator: boolean;
            readonly grants: readonly components["schemas"]["Grant"][];
            readonly disabled: boolean;
            readonly created: components["schemas"]["Millis"];
            readonly hasPassword: boolean;
            /** @description Whether it is linked to an account at the identity provider */
            readonly oidc: boolean;
            /** @description Whether a sign-in with the password needs a code */
            readonly secondFactor: boolean;
            readonly tokens: readonly components["schemas"]["TokenResponse"][];
            readonly revision: components["schemas"]["Revision"];
            /** @description Code of the invitation link. Present only in the response that creates the account. Absent if passwords are switched off. */
            readonly invitation?: string;
        };
        readonly AccountRequest: {
            readonly login?: components["schemas"]["Login"];
            readonly name?: string;
            readonly administrator?: boolean;
            readonly grants?: readonly components["schemas"]["Grant"][];
            readonly disabled?: boolean;
            readonly oidc?: boolean;
        };
        readonly ChangesResponse: {
            readonly changes: readonly components["schemas"]["Change"][];
            /** @description Value of `before` for the next page. Absent on the last page. */
            readonly next?: string;
        };
        readonly Change: {
            /** Format: uuid */
            readonly id: string;
            readonly at: components["schemas"]["Millis"];
            /** @description Account id, or seed, setup, command */
            readonly by: string;
            /** @description Name of the account at that time */
            readonly byName: string;
            /** @description Action, such as site.update */
            readonly action: string;
            /** @description Id of the changed object */
            readonly subject: string;
            /** @description State before, without secrets. Absent if the object was created. */
            readonly before?: {
                readonly [key: string]: unknown;
            };
            /** @description State after, without secrets. Absent if the object was deleted. */
            readonly after?: {
                readonly [key: string]: unknown;
            };
        };
        readonly IssueRequest: {
            readonly scope: components["schemas"]["Scope"];
            readonly period: string;
            /**
             * @default year
             * @enum {string}
             */
            readonly compare?: "year" | "previous" | "none";
            /**
             * @default vi
             * @enum {string}
             */
            readonly language?: "vi" | "en";
            /** @description Default: the name of the scope */
            readonly organisation?: string;
        };
        readonly IssuedReviewResponse: {
            readonly id: string;
            readonly year: number;
            /** @description Number of the year, from 1 */
            readonly number: number;
            readonly at: components["schemas"]["Millis"];
            /** @description Name of the account */
            readonly by: string;
            readonly scope: components["schemas"]["Scope"];
            readonly period: string;
            /** @enum {string} */
            readonly compare: "year" | "previous" | "none";
            readonly language: string;
            readonly organisation: string;
            readonly title: string;
            /** @description Name of the scope when it was issued. Absent for all sites and in older reviews of groups */
            readonly scopeName?: string;
            /** @description SHA-256 of its figures */
            readonly hash: string;
            /** @description Sites of the scope that are not in it */
            readonly hiddenSites: number;
        };
        readonly OpenedReviewResponse: components["schemas"]["IssuedReviewResponse"] & {
            /** @description Whether the stored figures have the hash */
            readonly intact: boolean;
            readonly review: components["schemas"]["Review"];
        };
        readonly ReviewChangesResponse: {
            readonly at: components["schemas"]["Millis"];
            /** @description Number of figures that differ */
            readonly total: number;
            /** @description The first 200 of them. Texts are in the language of the document. */
            readonly figures: readonly components["schemas"]["FigureChange"][];
            readonly sentences: readonly components["schemas"]["SentenceChange"][];
            readonly reasons: readonly string[];
        };
        readonly FigureChange: {
            readonly section: string;
            readonly table: string;
            readonly row: string;
            readonly column: string;
            /** @description Absent if the figure was not in the issued review */
            readonly then?: string;
            /** @description Absent if the figure is no longer in the review */
            readonly now?: string;
        };
        readonly SentenceChange: {
            readonly section: string;
            readonly then: readonly string[];
            readonly now: readonly string[];
        };
        /** @enum {string} */
        readonly Role: "viewer" | "editor";
        /** @description Changes whenever an editable field changes. In quotation marks it is a value for If-Match. */
        readonly Revision: string;
        /** @description site:ID, group:ID or all */
        readonly Scope: string;
        /** Format: date */
        readonly Day: string;
        /** @enum {string} */
        readonly Metric: "visits" | "views" | "visitors";
        readonly NoteRequest: {
            readonly id?: string;
            readonly scope?: components["schemas"]["Scope"];
            readonly from?: components["schemas"]["Day"];
            /**
             * Format: date
             * @description Last day, at most 31 days in all. Without it: the first day.
             */
            readonly to?: string | null;
            /** @description One line. Line ends and control characters become spaces. */
            readonly text?: string;
        };
        readonly NoteResponse: {
            readonly id: string;
            readonly scope: components["schemas"]["Scope"];
            readonly scopeName: string;
            readonly from: components["schemas"]["Day"];
            readonly to: components["schemas"]["Day"];
            readonly text: string;
            /** @description Account that entered or changed it */
            readonly enteredBy: string;
            readonly role: components["schemas"]["Role"];
            readonly revision: components["schemas"]["Revision"];
        };
        readonly DayMark: {
            /** @enum {string} */
            readonly kind: "holiday" | "note";
            readonly from: components["schemas"]["Day"];
            readonly to: components["schemas"]["Day"];
            readonly text: string;
            /** @description The site or group that a note is about. Absent if it is about all sites of the report. */
            readonly scopeName?: string;
        };
        readonly PollVotesResponse: {
            readonly ledger: components["schemas"]["VoteLedger"];
            readonly networks: components["schemas"]["NetworkShare"];
            readonly minutes: readonly components["schemas"]["PollVotesMinute"][];
            readonly series: components["schemas"]["VoteSeries"];
        };
        /** @description received = ballots + changes + duplicates + the sum of rejected */
        readonly VoteLedger: {
            /** @description Votes answered 202 */
            readonly received: number;
            /** @description First ballots of the voters */
            readonly ballots: number;
            /** @description Ballots that replaced an earlier one */
            readonly changes: number;
            /** @description Votes that were sent again */
            readonly duplicates: number;
            /** @description By reason */
            readonly rejected: {
                readonly [key: string]: number;
            };
        };
        /** @description Votes of the last day by network (IPv4 /24, IPv6 /48), as far as this process has seen them. Networks are not stored. */
        readonly NetworkShare: {
            readonly since: components["schemas"]["Millis"];
            readonly votes: number;
            /** @description Number of networks */
            readonly networks: number;
            /** @description Votes of the network with most */
            readonly largest: number;
        };
        /** @description Ballots of a minute, first and changed ones, also if they are set aside */
        readonly PollVotesMinute: {
            readonly at: components["schemas"]["Millis"];
            readonly votes: number;
            /** @description By option id */
            readonly ballots: {
                readonly [key: string]: number;
            };
        };
        /**
         * @description Ballots from the first to the last one without gaps, first and changed ones, also if they are set aside. Parts
         *     are as short as leaves at most 200 of them, and begin with the hours and days of the site's clock.
         */
        readonly VoteSeries: {
            /** @description Length of a part */
            readonly minutes: number;
            readonly points: readonly components["schemas"]["VotePoint"][];
        };
        readonly VotePoint: {
            readonly at: components["schemas"]["Millis"];
            readonly votes: number;
            /** @description Ballots of the busiest minute */
            readonly peak: number;
        };
        readonly OptionId: string;
        readonly PollRequest: {
            readonly id?: components["schemas"]["PollId"];
            readonly site?: components["schemas"]["SiteId"];
            readonly question?: string;
            readonly options?: readonly components["schemas"]["OptionRequest"][];
            /** @description Default: 1 */
            readonly maxChoices?: number;
            /** @description Whether a second ballot replaces the first */
            readonly changeable?: boolean;
            /** @description Milliseconds. Absent or null: opens when it is published, and has that time from then on. */
            readonly opens?: number | null;
            /** @description Milliseconds. Absent or null: never. */
            readonly closes?: number | null;
            /** @description Whether the public cannot see it yet */
            readonly draft?: boolean;
            readonly visibility?: components["schemas"]["Visibility"];
            /**
             * @description Votes of one client network (IPv4 /24, IPv6 /64; a /56 has 4, a /48 16 times as many) for this poll within 10
             *     minutes. Above them a vote is answered 429. Absent or null: the limits of the server alone, which always hold.
             */
            readonly votesPerNetwork?: number | null;
        };
        /** @description An option. If it has no id, one is generated. */
        readonly OptionRequest: {
            readonly id?: components["schemas"]["OptionId"];
            readonly label: string;
        };
        readonly ManagedPollResponse: {
            readonly id: components["schemas"]["PollId"];
            readonly site: components["schemas"]["SiteId"];
            readonly question: string;
            readonly options: readonly components["schemas"]["ManagedPollOption"][];
            readonly maxChoices: number;
            readonly changeable: boolean;
            readonly opens?: components["schemas"]["Millis"];
            readonly closes?: components["schemas"]["Millis"];
            readonly draft: boolean;
            readonly visibility: components["schemas"]["Visibility"];
            /** @description Votes of one client network within 10 minutes. Absent: the limits of the server alone. */
            readonly votesPerNetwork?: number;
            readonly phase: components["schemas"]["Phase"];
            /** @description Number of ballots, which is the number of voters */
            readonly participants: number;
            /** @description Times whose votes do not count */
            readonly setAside: readonly components["schemas"]["SetAside"][];
            /** @description Number of voters whose ballots are all set aside */
            readonly setAsideParticipants: number;
            readonly role: components["schemas"]["Role"];
            readonly revision: components["schemas"]["Revision"];
            readonly embed: components["schemas"]["PollEmbed"];
        };
        readonly SetAsideRequest: {
            /** @description Milliseconds */
            readonly from: number;
            /** @description Milliseconds, not included. A minute ago or more. */
            readonly to: number;
            /** @description For readers of the result */
            readonly reason: string;
        };
        readonly SetAside: {
            readonly id: string;
            readonly from: components["schemas"]["Millis"];
            readonly to: components["schemas"]["Millis"];
            readonly reason: string;
            /** @description Name of the administrator */
            readonly by: string;
            readonly at: components["schemas"]["Millis"];
        };
        readonly ManagedPollOption: {
            readonly id: components["schemas"]["OptionId"];
            readonly label: string;
            /** @description Label for the first voters. Absent if it is the same. */
            readonly former?: string;
            readonly ballots: number;
            /** @description Part of all ballots */
            readonly share: number;
        };
        readonly PollEmbed: {
            /** @description For pages with the script of their site */
            readonly element: string;
            /** @description For pages without scripts */
            readonly iframe: string;
        };
        readonly PollHistoryResponse: {
            readonly points: readonly components["schemas"]["PollHistoryPoint"][];
        };
        readonly PollHistoryPoint: {
            readonly at: components["schemas"]["Millis"];
            readonly participants: number;
            /** @description By option id */
            readonly ballots: {
                readonly [key: string]: number;
            };
        };
        readonly DaySums: {
            readonly views: number;
            readonly visits: number;
            /** @description Sum of daily visitors. Over several days or sites it is not a number of people. */
            readonly visitors: number;
            readonly engagedMs: number;
        };
        /** @description now / before - 1. Null if there was nothing before. */
        readonly RelativeChange: {
            readonly views: number | null;
            readonly visits: number | null;
            readonly visitors: number | null;
            readonly engagedMs: number | null;
        };
        readonly PeriodComparison: {
            readonly now: components["schemas"]["DaySums"];
            /** @description Null without comparison, if nothing was counted on the compared days yet, or while ClickHouse is unavailable */
            readonly before: components["schemas"]["DaySums"] | null;
            /** @description Of the sites that were counted on all compared days */
            readonly change: components["schemas"]["RelativeChange"];
            /**
             * Format: date
             * @description First day with figures, if no site was counted on all compared days. Then no change is known
             */
            readonly countedFrom?: string;
        };
        readonly TargetProgress: {
            readonly id: string;
            readonly metric: components["schemas"]["Metric"];
            readonly period: string;
            readonly value: number;
            readonly actual: number | null;
            /** @description 1.214 is "đạt 121,4% kế hoạch" */
            readonly share: number | null;
            /**
             * Format: date
             * @description Last day whose figures are in `actual`: the end of the target's period, the end of the report's period, or today, whichever is first.
             */
            readonly until: string;
        };
        readonly OverviewLine: {
            readonly id: string;
            readonly name: string;
            readonly group?: string;
            readonly sample: boolean;
            readonly archived: boolean;
            /**
             * Format: date
             * @description The local day, on which `today` was counted
             */
            readonly day: string;
            readonly online: number;
            readonly today: components["schemas"]["DaySums"];
            readonly month: components["schemas"]["PeriodComparison"];
            readonly year: components["schemas"]["PeriodComparison"];
            readonly target?: components["schemas"]["TargetProgress"];
            /** @description Visits of the last 30 days, oldest first */
            readonly spark: readonly number[] | null;
            /** @description All days and the baseline, as counters show it */
            readonly total: components["schemas"]["DaySums"];
            /** @description Totals of previous counters, part of `total` */
            readonly baseline: components["schemas"]["DaySums"];
            readonly predecessors: readonly string[];
        };
        readonly OverviewTotal: {
            readonly id?: string;
            readonly name?: string;
            readonly position?: number;
            readonly sites: number;
            /** @description Further sites that the caller may not see. Their figures are missing. */
            readonly hiddenSites: number;
            readonly online: number;
            readonly today: components["schemas"]["DaySums"];
            readonly month: components["schemas"]["PeriodComparison"];
            readonly year: components["schemas"]["PeriodComparison"];
            readonly target?: components["schemas"]["TargetProgress"];
            readonly spark: readonly number[] | null;
            /** @description All days and the baseline, as counters show it */
            readonly total: components["schemas"]["DaySums"];
            /** @description Totals of previous counters, part of `total` */
            readonly baseline: components["schemas"]["DaySums"];
        };
        /** @description An OverviewTotal of one group */
        readonly OverviewGroup: WithRequired<components["schemas"]["OverviewTotal"], "id" | "name" | "position">;
        readonly Overview: {
            readonly asOf: components["schemas"]["Millis"];
            /** @description False if ClickHouse did not answer */
            readonly complete: boolean;
            /**
             * @description Why it is not complete: ClickHouse is away, or other reports are being made
             * @enum {string}
             */
            readonly gap?: "away" | "busy";
            readonly sites: readonly components["schemas"]["OverviewLine"][];
            readonly groups: readonly components["schemas"]["OverviewGroup"][];
            readonly all: components["schemas"]["OverviewTotal"];
            /** @description All changes of the baselines of these sites, the oldest first. The first one of a site may be its entry. Empty while ClickHouse does not answer */
            readonly baselineChanges: readonly components["schemas"]["BaselineChange"][];
        };
        readonly BaselineChange: {
            readonly site: string;
            /** @description Name of the site */
            readonly name: string;
            readonly at: components["schemas"]["Millis"];
            /** @description Name of the account */
            readonly by: string;
            readonly before?: components["schemas"]["Baseline"];
            readonly after?: components["schemas"]["Baseline"];
        };
        readonly LiveMessage: {
            /** @description Whether `sites` contains every site the caller may see */
            readonly whole: boolean;
            /** @description By site id */
            readonly sites: {
                readonly [key: string]: components["schemas"]["LiveTotals"];
            };
        };
        readonly LiveTotals: {
            readonly online: number;
            readonly today: components["schemas"]["DaySums"];
            /**
             * Format: date
             * @description The site's local day, on which `today` was counted
             */
            readonly day: string;
        };
        readonly PeriodTotals: {
            readonly views: number;
            readonly visits: number;
            readonly visitors: number;
            readonly engagedMs: number;
            /** @description Null for several sites or with filters. Show its time in the zone of the summary. */
            readonly peakOnline: components["schemas"]["Peak"] | null;
        };
        /** @description Largest number of visitors online at the same time */
        readonly Peak: {
            readonly count: number;
            readonly at: components["schemas"]["Millis"];
        };
        /** @description received = views + heartbeats + duplicates + bots + all rejected */
        readonly Ledger: {
            readonly received: number;
            readonly views: number;
            readonly heartbeats: number;
            readonly duplicates: number;
            readonly bots: number;
            readonly rejected: {
                readonly [key: string]: number;
            };
            readonly mergedVisits: number;
        };
        readonly Takeover: {
            readonly site: string;
            readonly name: string;
            readonly from: components["schemas"]["Day"];
        };
        readonly PeriodResponse: {
            readonly text: string;
            readonly from: components["schemas"]["Day"];
            readonly to: components["schemas"]["Day"];
        };
        readonly Summary: {
            readonly scope: components["schemas"]["Scope"];
            readonly name: string;
            readonly sample: boolean;
            /** @description Time zone of the sites, for example Asia/Ho_Chi_Minh. Null if they differ. */
            readonly zone: string | null;
            /** @description Sites of the scope that the caller may not see. Their figures are missing. */
            readonly hiddenSites: number;
            /** @description Sites of the group that a site of another group has taken over. Their figures are those of the other group. */
            readonly movedSites: number;
            readonly period: components["schemas"]["PeriodResponse"];
            /** @description Days of the period up to today. Null if none has begun. */
            readonly begun: components["schemas"]["PeriodResponse"] | null;
            /** @description Compared days. Null without comparison. */
            readonly compared: components["schemas"]["PeriodResponse"] | null;
            readonly live: boolean;
            /** @description Whether the period runs. Then the last compared day ends at the same local time, in all reports. */
            readonly partOfDay: boolean;
            /**
             * Format: date
             * @description First day with figures, if none of the sites was counted on all compared days. Then no change is known
             */
            readonly countedFrom?: string;
            readonly now: components["schemas"]["PeriodTotals"];
            /** @description Figures of the compared days */
            readonly before: components["schemas"]["PeriodTotals"] | null;
            readonly change: components["schemas"]["RelativeChange"];
            readonly ledger: components["schemas"]["Ledger"];
            readonly predecessors: readonly components["schemas"]["Takeover"][];
            readonly successor?: components["schemas"]["Takeover"];
            readonly target?: components["schemas"]["TargetProgress"];
        };
        readonly TimeSeries: {
            /** @enum {string} */
            readonly unit: "hour" | "day" | "month";
            readonly points: readonly components["schemas"]["TimeSeriesPoint"][];
            /** @description Compared points with figures that stand beside no point, such as 29 February */
            readonly unmatched: readonly components["schemas"]["TimeSeriesBefore"][];
        };
        readonly TimeSeriesPoint: {
            /** @description Local time: 2026-11-22, 2026-11-22T05:00 or 2026-11 */
            readonly at: string;
            readonly views: number;
            readonly visits: number;
            readonly visitors: number;
            readonly engagedMs: number;
            /** @description The compared point */
            readonly before: components["schemas"]["TimeSeriesBefore"] | null;
        };
        /** @description A point of the compared days */
        readonly TimeSeriesBefore: {
            readonly at: string;
            readonly views: number;
            readonly visits: number;
            readonly visitors: number;
            readonly engagedMs: number;
        };
        readonly WeekHeatMap: {
            readonly cells: readonly components["schemas"]["WeekHeatMapCell"][];
        };
        readonly WeekHeatMapCell: {
            readonly weekday: number;
            readonly hour: number;
            readonly views: number;
            /** @description Visits that began in this hour */
            readonly visits: number;
        };
        readonly Breakdown: {
            readonly dimension: components["schemas"]["Dimension"];
            /** @description Number of values that match the search */
            readonly rows: number;
            readonly totals: components["schemas"]["DaySums"];
            readonly values: readonly components["schemas"]["BreakdownValue"][];
        };
        readonly BreakdownValue: {
            /** @description Empty: unknown. (other): the sums of the rest, on days of a site with more than 5,000 values. Events have no such value, so it is no filter */
            readonly value: string;
            readonly title?: string;
            readonly views: number;
            readonly visits: number;
            readonly visitors: number;
            readonly engagedMs: number;
            /** @description Part of the total, in the metric the list is sorted by */
            readonly share: number | null;
            /** @description Null if no days are compared, or none of them was counted */
            readonly before: components["schemas"]["BreakdownBefore"] | null;
        };
        /** @description The same value in the compared days */
        readonly BreakdownBefore: {
            /**
             * Format: date
             * @description First day with figures, if the site, or none of several sites, was counted on all compared days. Then no change is known
             */
            readonly countedFrom?: string;
            readonly views: number;
            readonly visits: number;
            readonly visitors: number;
        };
        /** @enum {string} */
        readonly Dimension: "page" | "entry" | "source" | "campaign" | "campaignSource" | "campaignMedium" | "campaignContent" | "campaignTerm" | "device" | "browser" | "system" | "country" | "language" | "bot" | "site";
        /** @description Events that were answered with an error. They are not stored and in no ledger. */
        readonly RefusedEvents: {
            readonly total: number;
            readonly reasons: {
                readonly [key: string]: number;
            };
            readonly origins: readonly components["schemas"]["RefusedEventsOrigin"][];
        };
        readonly RefusedEventsOrigin: {
            readonly site: string;
            readonly reason: string;
            /** @description The origin of the pages. Empty if none was sent, `*` for others. */
            readonly origin: string;
            readonly events: number;
            /** @description True if the site takes events of this origin now */
            readonly allowed: boolean;
        };
        readonly LedgerReport: {
            readonly days: readonly components["schemas"]["LedgerReportDay"][];
            readonly totals: components["schemas"]["Ledger"];
            /** @description Refused events by reason, which are not in the ledgers */
            readonly refused: {
                readonly [key: string]: number;
            };
        };
        readonly LedgerReportDay: components["schemas"]["Ledger"] & {
            readonly day: components["schemas"]["Day"];
            readonly refused: {
                readonly [key: string]: number;
            };
        };
        readonly Review: {
            readonly title: string;
            readonly subtitle: string;
            readonly organisation: string;
            readonly author: string;
            readonly made: components["schemas"]["Millis"];
            readonly scope: components["schemas"]["Scope"];
            readonly period: components["schemas"]["PeriodResponse"];
            /** @description Whether any of the figures are sample data */
            readonly sample: boolean;
            readonly sections: readonly components["schemas"]["ReviewSection"][];
        };
        readonly ReviewSection: {
            readonly id: string;
            readonly heading: string;
            readonly paragraphs: readonly string[];
            readonly sheets: readonly components["schemas"]["ExportTable"][];
            readonly charts: readonly components["schemas"]["Chart"][];
        };
        readonly ExportTable: {
            readonly id: string;
            readonly title: string;
            readonly columns: readonly components["schemas"]["ExportTableColumn"][];
            /** @description Rows with one cell per column. Null: no value. */
            readonly rows: readonly (readonly (string | number | null)[])[];
        };
        readonly ExportTableColumn: {
            readonly id: string;
            readonly label: string;
            /**
             * @description Unit of the cells. Shares and changes are fractions, days are ISO dates, durations are milliseconds.
             * @enum {string}
             */
            readonly kind: "text" | "count" | "share" | "change" | "day" | "duration";
        };
        readonly Chart: {
            readonly id: string;
            /** @enum {string} */
            readonly kind: "line" | "bar";
            readonly title: string;
            readonly labels: readonly string[];
            readonly series: readonly components["schemas"]["ChartSeries"][];
        };
        readonly ChartSeries: {
            readonly name: string;
            readonly values: readonly (number | null)[];
        };
        readonly GroupId: string;
        readonly GroupResponse: {
            readonly id: components["schemas"]["GroupId"];
            readonly name: string;
            readonly position: number;
            readonly letterhead?: components["schemas"]["Letterhead"];
            /** @description Number of its sites the caller may see */
            readonly sites: number;
            readonly revision: components["schemas"]["Revision"];
        };
        readonly GroupRequest: {
            readonly name?: string;
            /** @description Position among the groups, from 0. Default: last. */
            readonly position?: number;
            readonly letterhead?: components["schemas"]["Letterhead"] | null;
        };
        /** @description Head and end of the official reports (DOCX in Vietnamese) of a group and its sites. What is absent stays a gap in the document. A change replaces it as a whole, null removes it. */
        readonly Letterhead: {
            /** @description Superior organisation */
            readonly superior?: string;
            /** @description Issuing organisation */
            readonly organisation?: string;
            /** @description Symbol after the number: `BC-VP` */
            readonly symbol?: string;
            /** @description Place name before the date */
            readonly place?: string;
            readonly addressees?: readonly string[];
            /** @description Lines of the distribution list */
            readonly recipients?: readonly string[];
            /** @description Lines of authority and position of the signer */
            readonly position?: readonly string[];
            /** @description Full name of the signer */
            readonly signer?: string;
        };
        readonly Baseline: {
            readonly views: number;
            readonly visits: number;
            /** @description Sum of daily visitors */
            readonly visitors: number;
            /**
             * Format: date
             * @description Last day of the old counter
             */
            readonly asOf: string;
            readonly source: string;
            /** @description Account that entered it, set by the server */
            readonly enteredBy: string;
        };
        readonly BaselineRequest: {
            readonly views: number;
            readonly visits: number;
            readonly visitors: number;
            readonly asOf: components["schemas"]["Day"];
            readonly source: string;
        };
        readonly MergeRequest: {
            readonly from: components["schemas"]["Day"];
        };
        readonly SiteRequest: {
            readonly id?: components["schemas"]["SiteId"];
            /** @description Default: the id */
            readonly name?: string;
            /** @description https://host. An empty list allows any origin. */
            readonly origins?: readonly string[];
            /** @description IANA name, not an offset like +07:00 or GMT+7. Default: Asia/Ho_Chi_Minh. */
            readonly zone?: string;
            /** @description Id of an existing group */
            readonly group?: string | null;
            readonly baseline?: components["schemas"]["BaselineRequest"] | null;
            /** @description Query parameters that distinguish pages */
            readonly pageParameters?: readonly string[];
            /**
             * @description Whether /a/ and /a are one page. Applies to views from then on.
             * @default false
             */
            readonly ignoreEndSlash?: boolean;
            /** @description Whether it accepts no more events. Its figures stay. */
            readonly archived?: boolean;
            /** @description Whether its figures are sample data. Set at registration and never changed. */
            readonly sample?: boolean;
        };
        readonly SiteResponse: {
            readonly id: components["schemas"]["SiteId"];
            readonly name: string;
            readonly origins: readonly string[];
            /** @description Time zone of its days */
            readonly zone: string;
            /** @description Only if the stored zone is not an IANA name, and is read as zone. To be corrected by an update of zone. */
            readonly storedZone?: string;
            readonly group?: components["schemas"]["GroupId"];
            readonly baseline?: components["schemas"]["Baseline"];
            readonly pageParameters: readonly string[];
            /** @description Whether /a/ and /a are one page */
            readonly ignoreEndSlash: boolean;
            readonly archived: boolean;
            readonly sample: boolean;
            readonly predecessors: readonly components["schemas"]["Predecessor"][];
            readonly successor?: components["schemas"]["Successor"];
            readonly role: components["schemas"]["Role"];
            readonly revision: components["schemas"]["Revision"];
            readonly embed: components["schemas"]["SiteEmbed"];
        };
        readonly Predecessor: {
            readonly site: components["schemas"]["SiteId"];
            readonly from: components["schemas"]["Day"];
            readonly enteredBy: string;
        };
        /** @description Site it is merged into, now or on a future day */
        readonly Successor: {
            readonly site: components["schemas"]["SiteId"];
            readonly from: components["schemas"]["Day"];
        };
        /** @description HTML code for its pages */
        readonly SiteEmbed: {
            /** @description Counts views. Once in every page */
            readonly script: string;
            /** @description Live counter, in pages with the script */
            readonly counter: string;
            /** @description Live counter, in pages without scripts */
            readonly iframe: string;
            readonly image: string;
        };
        readonly SiteStates: {
            readonly asOf: components["schemas"]["Millis"];
            /** @description Version of the script of this release */
            readonly script: string;
            readonly sites: readonly components["schemas"]["SiteState"][];
            /** @description Empty for callers who are not administrators */
            readonly unknownSites: readonly components["schemas"]["UnknownSite"][];
            /** @description Empty for callers who are not administrators */
            readonly untrustedProxies: readonly components["schemas"]["UntrustedProxy"][];
        };
        readonly SiteState: {
            readonly site: string;
            readonly name: string;
            readonly group?: string;
            /**
             * @description never: no event was ever accepted. imported: the same, but there are imported days. viewless: events were accepted, but no views by visitors, for example those of robots only. silent: no views yesterday or today. fell, rose: yesterday had less than half or more than double the usual views.
             * @enum {string}
             */
            readonly state: "archived" | "never" | "imported" | "viewless" | "silent" | "fell" | "rose" | "counting";
            /** @description Absent if no event was ever accepted */
            readonly lastSignal?: components["schemas"]["Millis"];
            readonly yesterday?: components["schemas"]["SiteStateTraffic"];
            /** @description Events refused in 7 days */
            readonly refused: number;
            /** @description The five most frequent */
            readonly refusedOrigins: readonly components["schemas"]["SiteStateOrigin"][];
            /** @description Versions of the script that sent page views, on the last of 7 days with any. The most frequent one first. */
            readonly scripts: readonly components["schemas"]["SiteStateScript"][];
        };
        readonly SiteStateTraffic: {
            readonly day: components["schemas"]["Day"];
            readonly views: number;
            /** @description Average of the same weekday of the four weeks before. Absent if there are fewer than two such days. */
            readonly usual?: number;
        };
        readonly SiteStateScript: {
            /** @description Empty if the pages send none, as scripts of before this field do. `*` for others. */
            readonly version: string;
            /** @description Requests with accepted events, of the right size only: a number is written when it has doubled. */
            readonly requests: number;
            /** @description True if it is older than the script of this release */
            readonly older: boolean;
        };
        readonly SiteStateOrigin: {
            /** @description The origin of the pages. Empty if none was sent, `*` for others. */
            readonly origin: string;
            readonly events: number;
        };
        readonly UnknownSite: {
            /** @description The id as sent. Empty if it was missing or no id, or above the limit of ids. */
            readonly site: string;
            readonly origin: string;
            readonly events: number;
        };
        readonly UntrustedProxy: {
            readonly address: string;
            readonly requests: number;
        };
        readonly TargetRequest: {
            readonly id?: string;
            readonly scope?: components["schemas"]["Scope"];
            readonly metric?: components["schemas"]["Metric"];
            /** @description A month, quarter, half-year or year: 2026-11, 2026-Q4, 2026-H2, 2026 */
            readonly period?: string;
            readonly value?: number;
            /** @description Decision that sets the target */
            readonly source?: string | null;
        };
        readonly TargetResponse: {
            readonly id: string;
            readonly scope: components["schemas"]["Scope"];
            readonly scopeName: string;
            readonly metric: components["schemas"]["Metric"];
            readonly period: string;
            readonly value: number;
            readonly source?: string;
            readonly enteredBy: string;
            /** @description Value reached so far. Null while it is unknown. */
            readonly actual: number | null;
            /** @description actual / value: 1.214 is 121.4 % */
            readonly share: number | null;
            readonly role: components["schemas"]["Role"];
            readonly revision: components["schemas"]["Revision"];
        };
        readonly PublicTotal: {
            readonly site: string;
            readonly asOf: components["schemas"]["Millis"];
            /** @description Time zone of the site */
            readonly zone: string;
            readonly shown: components["schemas"]["TotalSums"];
            /** @description `shown` less the sum of all parts */
            readonly difference: components["schemas"]["TotalSums"];
            /**
             * @description store-behind: the store differs from the live counters on recent days, by exactly the difference.
             * @enum {string}
             */
            readonly proof: "equal" | "store-behind" | "unexplained";
            /** @description The site first, then its predecessors */
            readonly sites: readonly components["schemas"]["PublicTotalMember"][];
            readonly unequalDays: readonly components["schemas"]["PublicTotalUnequalDay"][];
            /** @description Only if requested */
            readonly eventDays?: readonly components["schemas"]["PublicTotalEventDay"][];
        };
        readonly TotalSums: {
            readonly views: number;
            readonly visits: number;
            readonly visitors: number;
        };
        readonly PublicTotalMember: {
            readonly site: string;
            readonly name: string;
            readonly baseline?: components["schemas"]["Baseline"];
            /** @description Changes of the baseline, the oldest first. The first one may be its entry. */
            readonly corrections: readonly components["schemas"]["PublicTotalCorrection"][];
            readonly imported: components["schemas"]["PublicTotalDays"];
            readonly counted: components["schemas"]["PublicTotalDays"];
            readonly today: components["schemas"]["TotalSums"];
            readonly difference: components["schemas"]["TotalSums"];
        };
        readonly PublicTotalCorrection: {
            readonly at: components["schemas"]["Millis"];
            /** @description Name of the account */
            readonly by: string;
            readonly before?: components["schemas"]["Baseline"];
            readonly after?: components["schemas"]["Baseline"];
        };
        readonly PublicTotalDays: {
            readonly days: number;
            readonly first?: components["schemas"]["Day"];
            readonly last?: components["schemas"]["Day"];
            readonly sums: components["schemas"]["TotalSums"];
        };
        readonly PublicTotalUnequalDay: {
            readonly site: string;
            readonly day: components["schemas"]["Day"];
            readonly live: components["schemas"]["TotalSums"];
            readonly stored: components["schemas"]["TotalSums"];
        };
        readonly PublicTotalEventDay: {
            readonly site: string;
            readonly day: components["schemas"]["Day"];
            readonly counted: components["schemas"]["TotalSums"];
            readonly events: components["schemas"]["TotalSums"];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type SiteId = components['schemas']['SiteId'];
export type PollId = components['schemas']['PollId'];
export type Millis = components['schemas']['Millis'];
export type IncomingEvent = components['schemas']['IncomingEvent'];
export type EventsResponse = components['schemas']['EventsResponse'];
export type CounterSums = components['schemas']['CounterSums'];
export type CountersResponse = components['schemas']['CountersResponse'];
export type PublicPollResponse = components['schemas']['PublicPollResponse'];
export type CorrectionNote = components['schemas']['CorrectionNote'];
export type PublicPollOption = components['schemas']['PublicPollOption'];
export type Phase = components['schemas']['Phase'];
export type Visibility = components['schemas']['Visibility'];
export type VoteRequest = components['schemas']['VoteRequest'];
export type VoteResponse = components['schemas']['VoteResponse'];
export type HealthResponse = components['schemas']['HealthResponse'];
export type Fault = components['schemas']['Fault'];
export type Rule = components['schemas']['Rule'];
export type Problem = components['schemas']['Problem'];
export type Grant = components['schemas']['Grant'];
export type SignInMethodsResponse = components['schemas']['SignInMethodsResponse'];
export type SignInProvider = components['schemas']['SignInProvider'];
export type SessionResponse = components['schemas']['SessionResponse'];
export type ListedSessionResponse = components['schemas']['ListedSessionResponse'];
export type SessionAccount = components['schemas']['SessionAccount'];
export type Password = components['schemas']['Password'];
export type Login = components['schemas']['Login'];
export type SignInRequest = components['schemas']['SignInRequest'];
export type PasswordChangeRequest = components['schemas']['PasswordChangeRequest'];
export type PendingSignInResponse = components['schemas']['PendingSignInResponse'];
export type SignInCodeRequest = components['schemas']['SignInCodeRequest'];
export type OwnPasswordRequest = components['schemas']['OwnPasswordRequest'];
export type SecondFactorRequest = components['schemas']['SecondFactorRequest'];
export type SecondFactorResponse = components['schemas']['SecondFactorResponse'];
export type RecoveryCodesResponse = components['schemas']['RecoveryCodesResponse'];
export type Enrolment = components['schemas']['Enrolment'];
export type QrCode = components['schemas']['QrCode'];
export type SetupRequest = components['schemas']['SetupRequest'];
export type InvitationCheck = components['schemas']['InvitationCheck'];
export type InvitationRequest = components['schemas']['InvitationRequest'];
export type InvitationResponse = components['schemas']['InvitationResponse'];
export type TokenRequest = components['schemas']['TokenRequest'];
export type TokenResponse = components['schemas']['TokenResponse'];
export type AccountResponse = components['schemas']['AccountResponse'];
export type AccountRequest = components['schemas']['AccountRequest'];
export type ChangesResponse = components['schemas']['ChangesResponse'];
export type Change = components['schemas']['Change'];
export type IssueRequest = components['schemas']['IssueRequest'];
export type IssuedReviewResponse = components['schemas']['IssuedReviewResponse'];
export type OpenedReviewResponse = components['schemas']['OpenedReviewResponse'];
export type ReviewChangesResponse = components['schemas']['ReviewChangesResponse'];
export type FigureChange = components['schemas']['FigureChange'];
export type SentenceChange = components['schemas']['SentenceChange'];
export type Role = components['schemas']['Role'];
export type Revision = components['schemas']['Revision'];
export type Scope = components['schemas']['Scope'];
export type Day = components['schemas']['Day'];
export type Metric = components['schemas']['Metric'];
export type NoteRequest = components['schemas']['NoteRequest'];
export type NoteResponse = components['schemas']['NoteResponse'];
export type DayMark = components['schemas']['DayMark'];
export type PollVotesResponse = components['schemas']['PollVotesResponse'];
export type VoteLedger = components['schemas']['VoteLedger'];
export type NetworkShare = components['schemas']['NetworkShare'];
export type PollVotesMinute = components['schemas']['PollVotesMinute'];
export type VoteSeries = components['schemas']['VoteSeries'];
export type VotePoint = components['schemas']['VotePoint'];
export type OptionId = components['schemas']['OptionId'];
export type PollRequest = components['schemas']['PollRequest'];
export type OptionRequest = components['schemas']['OptionRequest'];
export type ManagedPollResponse = components['schemas']['ManagedPollResponse'];
export type SetAsideRequest = components['schemas']['SetAsideRequest'];
export type SetAside = components['schemas']['SetAside'];
export type ManagedPollOption = components['schemas']['ManagedPollOption'];
export type PollEmbed = components['schemas']['PollEmbed'];
export type PollHistoryResponse = components['schemas']['PollHistoryResponse'];
export type PollHistoryPoint = components['schemas']['PollHistoryPoint'];
export type DaySums = components['schemas']['DaySums'];
export type RelativeChange = components['schemas']['RelativeChange'];
export type PeriodComparison = components['schemas']['PeriodComparison'];
export type TargetProgress = components['schemas']['TargetProgress'];
export type OverviewLine = components['schemas']['OverviewLine'];
export type OverviewTotal = components['schemas']['OverviewTotal'];
export type OverviewGroup = components['schemas']['OverviewGroup'];
export type Overview = components['schemas']['Overview'];
export type BaselineChange = components['schemas']['BaselineChange'];
export type LiveMessage = components['schemas']['LiveMessage'];
export type LiveTotals = components['schemas']['LiveTotals'];
export type PeriodTotals = components['schemas']['PeriodTotals'];
export type Peak = components['schemas']['Peak'];
export type Ledger = components['schemas']['Ledger'];
export type Takeover = components['schemas']['Takeover'];
export type PeriodResponse = components['schemas']['PeriodResponse'];
export type Summary = components['schemas']['Summary'];
export type TimeSeries = components['schemas']['TimeSeries'];
export type TimeSeriesPoint = components['schemas']['TimeSeriesPoint'];
export type TimeSeriesBefore = components['schemas']['TimeSeriesBefore'];
export type WeekHeatMap = components['schemas']['WeekHeatMap'];
export type WeekHeatMapCell = components['schemas']['WeekHeatMapCell'];
export type Breakdown = components['schemas']['Breakdown'];
export type BreakdownValue = components['schemas']['BreakdownValue'];
export type BreakdownBefore = components['schemas']['BreakdownBefore'];
export type Dimension = components['schemas']['Dimension'];
export type RefusedEvents = components['schemas']['RefusedEvents'];
export type RefusedEventsOrigin = components['schemas']['RefusedEventsOrigin'];
export type LedgerReport = components['schemas']['LedgerReport'];
export type LedgerReportDay = components['schemas']['LedgerReportDay'];
export type Review = components['schemas']['Review'];
export type ReviewSection = components['schemas']['ReviewSection'];
export type ExportTable = components['schemas']['ExportTable'];
export type ExportTableColumn = components['schemas']['ExportTableColumn'];
export type Chart = components['schemas']['Chart'];
export type ChartSeries = components['schemas']['ChartSeries'];
export type GroupId = components['schemas']['GroupId'];
export type GroupResponse = components['schemas']['GroupResponse'];
export type GroupRequest = components['schemas']['GroupRequest'];
export type Letterhead = components['schemas']['Letterhead'];
export type Baseline = components['schemas']['Baseline'];
export type BaselineRequest = components['schemas']['BaselineRequest'];
export type MergeRequest = components['schemas']['MergeRequest'];
export type SiteRequest = components['schemas']['SiteRequest'];
export type SiteResponse = components['schemas']['SiteResponse'];
export type Predecessor = components['schemas']['Predecessor'];
export type Successor = components['schemas']['Successor'];
export type SiteEmbed = components['schemas']['SiteEmbed'];
export type SiteStates = components['schemas']['SiteStates'];
export type SiteState = components['schemas']['SiteState'];
export type SiteStateTraffic = components['schemas']['SiteStateTraffic'];
export type SiteStateScript = components['schemas']['SiteStateScript'];
export type SiteStateOrigin = components['schemas']['SiteStateOrigin'];
export type UnknownSite = components['schemas']['UnknownSite'];
export type UntrustedProxy = components['schemas']['UntrustedProxy'];
export type TargetRequest = components['schemas']['TargetRequest'];
export type TargetResponse = components['schemas']['TargetResponse'];
export type PublicTotal = components['schemas']['PublicTotal'];
export type TotalSums = components['schemas']['TotalSums'];
export type PublicTotalMember = components['schemas']['PublicTotalMember'];
export type PublicTotalCorrection = components['schemas']['PublicTotalCorrection'];
export type PublicTotalDays = components['schemas']['PublicTotalDays'];
export type PublicTotalUnequalDay = components['schemas']['PublicTotalUnequalDay'];
export type PublicTotalEventDay = components['schemas']['PublicTotalEventDay'];
export type $defs = Record<string, never>;
type WithRequired<T, K extends keyof T> = T & {
    [P in K]-?: T[P];
};
export type operations = Record<string, never>;
