/** All of the product in one process beside its bare parts together. */
@NullMarked
package io.sitepulse.bench.together;

import org.jspecify.annotations.NullMarked;
