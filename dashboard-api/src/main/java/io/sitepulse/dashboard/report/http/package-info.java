/** HTTP routes of the reports, and the queue in which reports are made. */
@NullMarked
package io.sitepulse.dashboard.report.http;

import org.jspecify.annotations.NullMarked;
