/** Readiness of a process. */
@NullMarked
package io.sitepulse.runtime.health;

import org.jspecify.annotations.NullMarked;
