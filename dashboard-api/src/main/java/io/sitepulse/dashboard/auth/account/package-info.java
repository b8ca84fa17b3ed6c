/** Accounts, their rules and their passwords. */
@NullMarked
package io.sitepulse.dashboard.auth.account;

import org.jspecify.annotations.NullMarked;
