@NullMarked
package io.sitepulse.contract.event;

import org.jspecify.annotations.NullMarked;
