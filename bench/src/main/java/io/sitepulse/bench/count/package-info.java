/** The counting beside a bare exactly-once count of as many keys. */
@NullMarked
package io.sitepulse.bench.count;

import org.jspecify.annotations.NullMarked;
