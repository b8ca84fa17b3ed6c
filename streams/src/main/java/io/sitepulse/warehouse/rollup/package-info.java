/** Recomputes the rollups of days with new raw events; never increments. */
@NullMarked
package io.sitepulse.warehouse.rollup;

import org.jspecify.annotations.NullMarked;
