/** The second factor of accounts with a password: one-time passwords and recovery codes. */
@NullMarked
package io.sitepulse.dashboard.auth.factor;

import org.jspecify.annotations.NullMarked;
