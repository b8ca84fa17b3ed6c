/** All of sitepulse on one machine: the parts put together, the command, the demo. */
@NullMarked
package io.sitepulse.local;

import org.jspecify.annotations.NullMarked;
