/** Settings: read once at start, all faults reported together. */
@NullMarked
package io.sitepulse.runtime.config;

import org.jspecify.annotations.NullMarked;
