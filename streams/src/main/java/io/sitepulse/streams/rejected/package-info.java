/** Keeps what may not be counted, with its reason. */
@NullMarked
package io.sitepulse.streams.rejected;

import org.jspecify.annotations.NullMarked;
