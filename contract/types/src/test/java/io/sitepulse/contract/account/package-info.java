@NullMarked
package io.sitepulse.contract.account;

import org.jspecify.annotations.NullMarked;
