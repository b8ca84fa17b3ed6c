/** Settings: read once at start, all faults reported together. */
@NullMarked
package io.sitepulse.contract.config;

import org.jspecify.annotations.NullMarked;
