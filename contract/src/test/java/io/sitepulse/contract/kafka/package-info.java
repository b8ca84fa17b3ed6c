@NullMarked
package io.sitepulse.contract.kafka;

import org.jspecify.annotations.NullMarked;
