/** The state of the sites: which count, which are silent, and what is refused. */
@NullMarked
package io.sitepulse.dashboard.state;

import org.jspecify.annotations.NullMarked;
