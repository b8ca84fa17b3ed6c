/**
 * The demo: a portal to look at ({@link io.sitepulse.local.demo.DemoPortal}) and a crowd of
 * simulated visitors that go through it by the public HTTP interface ({@link
 * io.sitepulse.local.demo.Crowd}).
 */
@NullMarked
package io.sitepulse.local.demo;

import org.jspecify.annotations.NullMarked;
