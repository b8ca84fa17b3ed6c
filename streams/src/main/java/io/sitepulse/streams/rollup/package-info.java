/** Recomputes the rollups of days with new raw events; never increments. */
@NullMarked
package io.sitepulse.streams.rollup;

import org.jspecify.annotations.NullMarked;
