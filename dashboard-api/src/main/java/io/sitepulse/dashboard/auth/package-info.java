/** Accounts: signing in, sessions, keys for programs, and who may have them. */
@NullMarked
package io.sitepulse.dashboard.auth;

import org.jspecify.annotations.NullMarked;
