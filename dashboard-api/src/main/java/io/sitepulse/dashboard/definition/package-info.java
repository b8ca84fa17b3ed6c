/** Writes of definitions, with their authors. */
@NullMarked
package io.sitepulse.dashboard.definition;

import org.jspecify.annotations.NullMarked;
