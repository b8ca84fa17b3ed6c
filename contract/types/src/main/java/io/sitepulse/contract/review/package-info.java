/** Issued reviews ("báo cáo đã ban hành"). */
@NullMarked
package io.sitepulse.contract.review;

import org.jspecify.annotations.NullMarked;
