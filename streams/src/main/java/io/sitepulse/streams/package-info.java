/** The counting topology, how it is run, and its settings. */
@NullMarked
package io.sitepulse.streams;

import org.jspecify.annotations.NullMarked;
