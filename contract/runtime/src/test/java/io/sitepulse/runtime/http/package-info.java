@NullMarked
package io.sitepulse.runtime.http;

import org.jspecify.annotations.NullMarked;
