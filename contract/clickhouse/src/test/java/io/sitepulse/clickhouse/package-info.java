@NullMarked
package io.sitepulse.clickhouse;

import org.jspecify.annotations.NullMarked;
