/** The sink against a real broker and a real ClickHouse engine. */
@NullMarked
package io.sitepulse.local.sink;

import org.jspecify.annotations.NullMarked;
