/** HTTP routes of reports and the queue that runs them. */
@NullMarked
package io.sitepulse.dashboard.report.http;

import org.jspecify.annotations.NullMarked;
