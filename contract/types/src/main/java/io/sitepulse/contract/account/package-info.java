/** Accounts: who may sign in, and what they may see and change. */
@NullMarked
package io.sitepulse.contract.account;

import org.jspecify.annotations.NullMarked;
