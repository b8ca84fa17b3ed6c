/** Pages for an iframe that need no scripts. */
@NullMarked
package io.sitepulse.dashboard.widget.embed;

import org.jspecify.annotations.NullMarked;
