/** Secrets of this module, the tokens signed with them, and the files that store them. */
@NullMarked
package io.sitepulse.dashboard.secret;

import org.jspecify.annotations.NullMarked;
