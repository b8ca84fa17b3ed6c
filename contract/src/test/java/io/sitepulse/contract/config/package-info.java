@NullMarked
package io.sitepulse.contract.config;

import org.jspecify.annotations.NullMarked;
