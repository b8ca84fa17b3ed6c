/** Pages for an iframe that need no script. */
@NullMarked
package io.sitepulse.dashboard.widget.embed;

import org.jspecify.annotations.NullMarked;
