/** The processes of an installation that can be killed and paused. */
@NullMarked
package io.sitepulse.local.chaos.process;

import org.jspecify.annotations.NullMarked;
