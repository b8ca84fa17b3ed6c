/** The live overview of sites as server-sent events. */
@NullMarked
package io.sitepulse.dashboard.report.live;

import org.jspecify.annotations.NullMarked;
