/** What `POST /api/events` takes. Age is added when it is sent. */
export interface Happening {
  /** Made once, when it happened: however often it is sent, it is counted once. */
  id: string;
  kind?: 'heartbeat';
  site: string;
  page: string;
  title?: string;
  referrer?: string;
  language?: string;
  /** The view a heartbeat belongs to. */
  view?: string;
  engagedMs?: number;
  /** Global Privacy Control: counts as a view and as nobody's visit. */
  anonymous?: true;
}
