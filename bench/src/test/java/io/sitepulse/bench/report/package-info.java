/** Tests of the package. */
@NullMarked
package io.sitepulse.bench.report;

import org.jspecify.annotations.NullMarked;
