/** The names that log lines have in common. */
@NullMarked
package io.sitepulse.runtime.log;

import org.jspecify.annotations.NullMarked;
