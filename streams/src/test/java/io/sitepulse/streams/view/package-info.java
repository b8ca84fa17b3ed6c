@NullMarked
package io.sitepulse.streams.view;

import org.jspecify.annotations.NullMarked;
