/** Settings, read once at start. */
@NullMarked
package io.sitepulse.runtime.config;

import org.jspecify.annotations.NullMarked;
