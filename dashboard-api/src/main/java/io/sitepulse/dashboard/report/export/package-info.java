/** Exports of reports as tables of files. */
@NullMarked
package io.sitepulse.dashboard.report.export;

import org.jspecify.annotations.NullMarked;
