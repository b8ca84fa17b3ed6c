/** Queries and answers of reports about sites and days. */
@NullMarked
package io.sitepulse.dashboard.report;

import org.jspecify.annotations.NullMarked;
