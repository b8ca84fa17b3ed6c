/** Measured values, their statistics, and the result as a table, as JSON and as Markdown. */
@NullMarked
package io.sitepulse.bench.report;

import org.jspecify.annotations.NullMarked;
