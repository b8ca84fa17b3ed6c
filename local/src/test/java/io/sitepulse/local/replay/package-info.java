@NullMarked
package io.sitepulse.local.replay;

import org.jspecify.annotations.NullMarked;
