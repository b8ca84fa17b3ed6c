@NullMarked
package io.sitepulse.contract;

import org.jspecify.annotations.NullMarked;
