@NullMarked
package io.sitepulse.local.demo;

import org.jspecify.annotations.NullMarked;
