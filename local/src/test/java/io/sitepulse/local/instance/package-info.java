@NullMarked
package io.sitepulse.local.instance;

import org.jspecify.annotations.NullMarked;
