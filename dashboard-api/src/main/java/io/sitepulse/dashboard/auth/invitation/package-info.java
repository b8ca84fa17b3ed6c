/** One-time links: first setup, invitations, and recovery for a locked-out administrator. */
@NullMarked
package io.sitepulse.dashboard.auth.invitation;

import org.jspecify.annotations.NullMarked;
