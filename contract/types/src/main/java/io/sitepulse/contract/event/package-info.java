/** Page views and heartbeats as they travel, and every reason not to count one. */
@NullMarked
package io.sitepulse.contract.event;

import org.jspecify.annotations.NullMarked;
