/** Clients: visitors and voters that repeat what was not acknowledged, and readers of totals. */
@NullMarked
package io.sitepulse.local.chaos.load;

import org.jspecify.annotations.NullMarked;
