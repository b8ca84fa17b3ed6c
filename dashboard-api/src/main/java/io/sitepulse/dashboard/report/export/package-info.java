/** Reports as tables that leave as files. */
@NullMarked
package io.sitepulse.dashboard.report.export;

import org.jspecify.annotations.NullMarked;
