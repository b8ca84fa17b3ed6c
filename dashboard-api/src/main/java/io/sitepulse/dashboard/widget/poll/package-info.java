/** Public polls: JSON, event stream and voting. */
@NullMarked
package io.sitepulse.dashboard.widget.poll;

import org.jspecify.annotations.NullMarked;
