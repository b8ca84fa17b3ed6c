@NullMarked
package io.sitepulse.contract.http;

import org.jspecify.annotations.NullMarked;
