import type { IncomingEvent } from '../../api/schema';

/**
 * An event that waits to be sent. Its id is made once, so that it is counted once however often it is
 * sent. Its age is added when it is sent.
 */
export type TrackedEvent = Omit<IncomingEvent, 'id' | 'ageMs'> & { readonly id: string };
