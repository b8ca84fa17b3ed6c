/** The product without visitors, and the time to start its services. */
@NullMarked
package io.sitepulse.bench.idle;

import org.jspecify.annotations.NullMarked;
