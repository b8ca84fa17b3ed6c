@NullMarked
package io.sitepulse.runtime.table;

import org.jspecify.annotations.NullMarked;
