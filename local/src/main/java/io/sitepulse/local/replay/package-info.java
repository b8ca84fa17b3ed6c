/**
 * Web server logs as page views.
 *
 * <pre>
 *  LogFile ▸ LogFormat ▸ PageRule ▸ Visitor, LineIds ▸ Window (by visitor) ▸ EventSender ──▶ POST /api/events
 *              └ malformed   └ not pages                    └ Pace                  └ refused ──▶ ReplaySummary
 * </pre>
 */
@NullMarked
package io.sitepulse.local.replay;

import org.jspecify.annotations.NullMarked;
