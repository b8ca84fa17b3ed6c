/** The public API of live counters and polls, its start and its settings. */
@NullMarked
package io.sitepulse.dashboard;

import org.jspecify.annotations.NullMarked;
