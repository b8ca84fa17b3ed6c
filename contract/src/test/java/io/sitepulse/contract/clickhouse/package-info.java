@NullMarked
package io.sitepulse.contract.clickhouse;

import org.jspecify.annotations.NullMarked;
