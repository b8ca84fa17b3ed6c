/** The sink beside a bare insert of the same rows. */
@NullMarked
package io.sitepulse.bench.store;

import org.jspecify.annotations.NullMarked;
