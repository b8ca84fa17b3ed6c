/** Composition, configuration and start of the dashboard API. */
@NullMarked
package io.sitepulse.dashboard;

import org.jspecify.annotations.NullMarked;
