@NullMarked
package io.sitepulse.contract.counter;

import org.jspecify.annotations.NullMarked;
