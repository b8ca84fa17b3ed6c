/** What the routes share: entity tags, cross-origin rules, words and numbers, static files. */
@NullMarked
package io.sitepulse.dashboard.web;

import org.jspecify.annotations.NullMarked;
