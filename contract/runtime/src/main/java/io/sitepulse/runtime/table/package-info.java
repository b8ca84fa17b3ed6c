/** Compacted topics held in memory as tables. */
@NullMarked
package io.sitepulse.runtime.table;

import org.jspecify.annotations.NullMarked;
