@NullMarked
package io.sitepulse.local.kafka;

import org.jspecify.annotations.NullMarked;
