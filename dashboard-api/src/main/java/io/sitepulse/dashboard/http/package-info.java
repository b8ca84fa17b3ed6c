/** What the routes share: entity tags, cross-origin rules, words and numbers, static files. */
@NullMarked
package io.sitepulse.dashboard.http;

import org.jspecify.annotations.NullMarked;
