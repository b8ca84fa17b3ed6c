/** Names in log lines. */
@NullMarked
package io.sitepulse.runtime.log;

import org.jspecify.annotations.NullMarked;
