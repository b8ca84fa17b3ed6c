/** Secrets of this module, what is signed with them, and where they are kept. */
@NullMarked
package io.sitepulse.dashboard.secret;

import org.jspecify.annotations.NullMarked;
