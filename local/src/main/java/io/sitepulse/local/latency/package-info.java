/** How long a view takes from its POST to a stranger's screen. */
@NullMarked
package io.sitepulse.local.latency;

import org.jspecify.annotations.NullMarked;
