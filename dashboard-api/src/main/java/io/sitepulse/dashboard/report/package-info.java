/** Reports: a question about sites and days, and the figures that answer it. */
@NullMarked
package io.sitepulse.dashboard.report;

import org.jspecify.annotations.NullMarked;
