/** Sample history for the demo: plausible days of departments that do not exist. */
@NullMarked
package io.sitepulse.local.history;

import org.jspecify.annotations.NullMarked;
