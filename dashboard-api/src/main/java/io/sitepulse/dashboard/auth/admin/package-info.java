/** Management routes for accounts and API tokens. */
@NullMarked
package io.sitepulse.dashboard.auth.admin;

import org.jspecify.annotations.NullMarked;
