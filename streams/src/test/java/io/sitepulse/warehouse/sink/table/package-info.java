@NullMarked
package io.sitepulse.warehouse.sink.table;

import org.jspecify.annotations.NullMarked;
