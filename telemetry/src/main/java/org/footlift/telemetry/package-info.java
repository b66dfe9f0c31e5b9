/**
 * What goes into a tick and what comes out of it, as data: the vocabulary that controller, recordings and screens share. How it
 * is published, stored and exchanged lives in the sub-packages.
 */
@org.jspecify.annotations.NullMarked
package org.footlift.telemetry;
