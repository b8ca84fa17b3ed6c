/** Definitions that a new installation starts with. */
@NullMarked
package io.sitepulse.dashboard.seed;

import org.jspecify.annotations.NullMarked;
