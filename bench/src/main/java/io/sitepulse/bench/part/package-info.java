/** The contract of a part of the benchmark and the settings of a run. */
@NullMarked
package io.sitepulse.bench.part;

import org.jspecify.annotations.NullMarked;
