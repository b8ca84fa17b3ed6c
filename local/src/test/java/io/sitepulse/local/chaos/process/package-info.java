@NullMarked
package io.sitepulse.local.chaos.process;

import org.jspecify.annotations.NullMarked;
