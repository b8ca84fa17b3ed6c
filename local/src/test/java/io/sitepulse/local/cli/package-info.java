@NullMarked
package io.sitepulse.local.cli;

import org.jspecify.annotations.NullMarked;
