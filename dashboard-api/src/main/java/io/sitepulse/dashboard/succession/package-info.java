/** Sites that take over the counters of other sites. */
@NullMarked
package io.sitepulse.dashboard.succession;

import org.jspecify.annotations.NullMarked;
