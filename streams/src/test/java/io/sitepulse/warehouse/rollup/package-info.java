@NullMarked
package io.sitepulse.warehouse.rollup;

import org.jspecify.annotations.NullMarked;
