/** One-time links: first set-up, invitation, and the way back in for a locked-out administrator. */
@NullMarked
package io.sitepulse.dashboard.auth.invitation;

import org.jspecify.annotations.NullMarked;
